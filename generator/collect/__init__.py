"""Forms out to agencies, and their returns back in; pages know nothing of it."""
