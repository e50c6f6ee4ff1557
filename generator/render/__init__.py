"""From the book to pages: which there are, and what each shows."""
