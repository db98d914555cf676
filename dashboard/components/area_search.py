"""A box to find an area by name, former name or code; choosing one leads to its profile."""

from functools import lru_cache
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output

from dashboard.components.controls import COMBOBOX, words_of
from dashboard.components.elements import Element
from dashboard.text.collation import name_order
from dashboard.text.translation import translate
from warehouse.areas import Area
from warehouse.reading import Portal
from warehouse.vocabulary import text_in

_ID = "area-search"


@lru_cache(maxsize=16)
def area_search(portal: Portal, lang: str) -> Element:
    """The box. Without scripts it stays an empty line: the lists of areas on the page are links."""
    t = translate(lang)
    return dmc.Select(
        id=_ID,
        label=t("Find an area"),
        placeholder=t("Name, former name or code"),
        nothingFoundMessage=t("Nothing found"),
        data=area_choices(portal, lang),
        filter={"function": "findByWords"},
        searchable=True,
        selectFirstOptionOnChange=True,
        maxDropdownHeight=320,
        size="md",
        comboboxProps={"shadow": "md", "withinPortal": False, "transitionProps": {"duration": 0}},
        attributes={"input": COMBOBOX},
        className="area-search only-screen",
    ).to_plotly_json()


@lru_cache(maxsize=16)
def area_choices(portal: Portal, lang: str) -> list[dict[str, Any]]:
    """The areas of today and tomorrow by level; those of yesterday are found by the words of what they became."""
    country = portal.country
    groups = []
    for level in country.levels.values():
        areas = [
            area for area in country.areas.values() if area.level == level.code and not _over(area, portal)
        ]
        items = [
            {"value": area.code, "label": _label(area, portal, lang), "words": words_of(country, area.code)}
            for area in areas
        ]
        if items:
            items.sort(key=lambda item: name_order(item["label"], lang))
            groups.append({"group": text_in(level.plural, lang), "items": items})
    return groups


def _over(area: Area, portal: Portal) -> bool:
    return area.valid_to is not None and area.valid_to < portal.as_of


def _label(area: Area, portal: Portal, lang: str) -> str:
    name = portal.country.name(area.code, lang)
    if area.valid_from is None or area.valid_from <= portal.as_of:
        return name
    return translate(lang)("{area} (from {year})", area=name, year=area.valid_from.year)


def register(app: Dash) -> None:
    """Go to the profile that was chosen."""
    app.clientside_callback(
        ClientsideFunction("pages", "toArea"),
        Output(_ID, "value"),
        Input(_ID, "value"),
        prevent_initial_call=True,
    )
