"""The pages, by name: `PAGES` is the table of contents, in the order of the navigation."""

from dashboard.pages import about, area, catalogue, compare, methods

PAGES = (compare, area, catalogue, methods, about)
