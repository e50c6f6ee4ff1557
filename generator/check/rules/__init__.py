"""The rules, one a module; the module's docstring is the rule's manual."""
