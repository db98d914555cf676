"""The pages, by name: `PAGES` is the table of contents, in the order of the navigation.

The last has no title there: it takes the addresses that are left over.
"""

from dashboard.pages import about, area, catalogue, compare, methods, missing, protection

PAGES = (compare, area, catalogue, methods, protection, about, missing)
