"""Links that stand in a page by the hundred."""

from functools import lru_cache

from markupsafe import Markup, escape


@lru_cache(maxsize=8192)
def area_link(lang: str, area: str, name: str) -> Markup:
    """An area's name, which leads to its profile."""
    return Markup(f'<a href="/{lang}/area/{escape(area)}">{escape(name)}</a>')
