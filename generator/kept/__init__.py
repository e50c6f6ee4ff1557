"""What was worked out before, kept beside the project, and what it was worked out from.

Nothing here is trusted over the content: what is kept is found by a digest of everything that went
into it. It can be deleted at any time.
"""
