"""HTML attributes whose names Python cannot write as keywords."""

from typing import Any


def aria(**values: Any) -> dict[str, Any]:
    """`aria(label="Pages")` is the attribute `aria-label`."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: Any) -> dict[str, Any]:
    """`data(theme_switch="")` is the attribute `data-theme-switch`."""
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}
