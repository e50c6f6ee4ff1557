"""The rules of reading, one a module: what a file must be before its content can be judged."""
