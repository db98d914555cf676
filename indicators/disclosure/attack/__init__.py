"""The attacker: what can be known of true counts by who knows the method and everything public, and not the key.

`attack(Release(connection))` reads the public tables of a release and narrows what is known of every cell to the least
and the greatest that it may truly be; `exposure` counts how many small cells that leaves one, two or three values.

`attack_releases` does the same with several releases together. What else is public, or was downloaded, is told as
`elsewhere`.

It knows the rounding; that categories, areas and windows add up (`laws`, `figure_laws`); that zero stays zero; that
equal records give equal figures; that a numerator is within its denominator; what ratios with their denominators tell,
and that those shown as too few are few. It does not use durations: these are whole weeks, or shares of rounded
numbers, of at least so many persons that no cell of 1 to 4 is among them (docs/decisions/0015-the-gate.md).
"""

from indicators.disclosure.attack.attack import attack
from indicators.disclosure.attack.evidence import Evidence, Release
from indicators.disclosure.attack.exposure import Exposure, exposure
from indicators.disclosure.attack.releases import attack_releases

__all__ = ["Evidence", "Exposure", "Release", "attack", "attack_releases", "exposure"]
