"""Renewing the cells that changed persons count in, in place of counting everybody.

Counting persons, days and events adds up over persons. So what the changed persons counted for the last time is taken
out of what was kept in `mart.counted`, and what they count for now is put in:

1. `worlds`: two small warehouses in memory, of the changed persons as the core told of them then and tells of them now.
   The statements of `indicators/counting` find in both who is counted; the difference is added up in arrays. Whoever is
   told of as before is in neither, and an indicator of which no figure differs is left alone.
2. `held`: the cells of a figure as arrays: as kept, which `named` tells the places of, and with the difference.
3. `durations`: means, medians and survivals do not add up. They are found anew, from everybody's spells, for the cells
   of which a spell has changed.
4. `judging`: what is shown of cells, then and now: how they are rounded, and whether they must be withheld. Where that
   differs, cells are renewed.
5. `cells`: the indicators' cells are made of these by the same statements as ever, and take the place of the others.
"""

from indicators.renewal.renew import renew

__all__ = ["renew"]
