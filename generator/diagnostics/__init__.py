"""What is wrong, where, and what to do about it: the values, and five ways of writing them."""

from generator.diagnostics.diagnostic import Diagnostic, Place, Rule, Severity

__all__ = ["Diagnostic", "Place", "Rule", "Severity"]
