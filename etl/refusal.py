"""Refusing: every fault that can be found is told at once, so that a sender can mend all in one go."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from warehouse.errors import DeliveryRefused, Fault

Item = TypeVar("Item")
Result = TypeVar("Result")


def refuse(faults: Iterable[Fault]) -> None:
    """Raise DeliveryRefused when there are faults."""
    found = list(faults)
    if found:
        raise DeliveryRefused(found)


def for_each(items: Iterable[Item], step: Callable[[Item], Result]) -> list[Result]:
    """What the step makes of every item. Raises DeliveryRefused with the faults of all that were refused."""
    results: list[Result] = []
    faults: list[Fault] = []
    for item in items:
        try:
            results.append(step(item))
        except DeliveryRefused as refused:
            faults += refused.faults
    refuse(faults)
    return results
