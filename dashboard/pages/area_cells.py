"""What a profile reads of a release: the area's own cells, and those of the larger areas around it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from dashboard.pages.area_choice import Choice, chosen_periods
from dashboard.pages.area_reading import CellsOf, all_series, newest
from dashboard.standing import Standing, standing_of
from warehouse.periods import Period
from warehouse.reading import Cell, Portal, Series


@dataclass(frozen=True)
class AreaCells:
    """The area that a profile is asked for, and of which periods and people; what is needed is read once."""

    portal: Portal
    code: str
    choice: Choice

    @cached_property
    def newest(self) -> Mapping[str, Cell]:
        """The area's own cell in the newest period of each indicator, as far as there is one."""
        told = newest(self.portal, self.choice)
        return {indicator: abreast[self.code] for indicator, abreast in told.items() if self.code in abreast}

    def read(self, indicators: Iterable[str]) -> None:
        """Read the area's own cells of these indicators, in one question."""
        self._read_all((indicator, self.code) for indicator in indicators)

    def read_around(self, indicators: Iterable[str]) -> None:
        """Read the cells of the larger areas of these indicators, in one question."""
        self._read_all(product(indicators, self._larger))

    def series(self, indicator: str) -> Series | None:
        """The area's own cells of an indicator; None where there are none."""
        return self._series(indicator, self.code)

    def then(self, indicator: str, period: Period) -> Standing:
        """How the area and the larger areas around it stood in a period, and the area itself a year before."""
        return self._standing(indicator, period, self._around(indicator, period))

    def alone(self, indicator: str, period: Period) -> Standing:
        """How the area stood in a period and a year before."""
        return self._standing(indicator, period, {})

    def _standing(self, indicator: str, period: Period, around: Mapping[str, Cell]) -> Standing:
        series = self.series(indicator)
        before = _in_period(self.code, series, period.year_before())
        now = _in_period(self.code, series, period)
        return standing_of(self.portal, indicator, period, (before, {**now, **around}), self.choice.category)

    def _around(self, indicator: str, period: Period) -> Mapping[str, Cell]:
        """The larger areas' cells: of the newest period they stand with those of all areas, which ranks are made of."""
        if period == chosen_periods(self.portal, self.choice.kind)[indicator][-1]:
            abreast = newest(self.portal, self.choice)[indicator]
            return {area: abreast[area] for area in self._larger if area in abreast}
        found: dict[str, Cell] = {}
        for area in self._larger:
            found |= _in_period(area, self._series(indicator, area), period)
        return found

    def _series(self, indicator: str, area: str) -> Series | None:
        self._read_all([(indicator, area)])
        return self._known[indicator, area]

    def _read_all(self, cells: Iterable[CellsOf]) -> None:
        unknown = [one for one in cells if one not in self._known]
        if unknown:
            found = all_series(self.portal, self.choice, unknown)
            self._known.update((one, found.get(one)) for one in unknown)

    @cached_property
    def _known(self) -> dict[CellsOf, Series | None]:
        return {}

    @cached_property
    def _larger(self) -> tuple[str, ...]:
        country = self.portal.country
        regions = country.groups_ever(self.code, country.region_level)
        return tuple(area for area in dict.fromkeys((*regions, country.whole.code)) if area != self.code)


def _in_period(area: str, series: Series | None, period: Period) -> dict[str, Cell]:
    cell = series.get(str(period)) if series is not None else None
    return {} if cell is None else {area: cell}
