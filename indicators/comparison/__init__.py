"""How figures compare: pure functions of numbers, without files or tables."""
