"""What the public edition gives away, asked of its pages by somebody who wants to know."""
