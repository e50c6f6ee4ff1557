"""Drafts rows of `published.yml` from a table that was pasted from a printed report.

A file is read to cells of text (`sheet`), headings and rows are understood (`headings`, `rows`),
and what came of it is written (`written`). Nothing is guessed: what may be two things stays a
comment.
"""
