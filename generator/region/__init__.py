"""The tidy table as files, and several of them added up."""
