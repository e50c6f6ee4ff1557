"""The pages as a MkDocs site: the only floor that knows MkDocs."""
