"""The rules about content: each reads the tree and yields diagnostics, and changes nothing."""
