"""The one definition of every file: its fields, what they mean, and who may see them."""
