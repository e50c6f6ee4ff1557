"""One module a page: the dataclass that its template shows, and the function that fills it."""
