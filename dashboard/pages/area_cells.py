"""What a profile reads of a release: the area's own cells, and those of the larger areas around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.pages.area_choice import Choice, chosen_periods
from dashboard.pages.area_reading import AllSeries, all_series, newest
from dashboard.standing import Standing, standing_of
from warehouse.periods import Period
from warehouse.reading import Cell, Portal, Series


@dataclass(frozen=True)
class AreaCells:
    """The area that a profile is asked for, and of which periods and people; what is needed is read once."""

    portal: Portal
    code: str
    choice: Choice

    def series(self, indicator: str, kind: str) -> Series | None:
        """The area's own cells of an indicator; None where there are none."""
        return self._own.get((indicator, self.code, kind))

    def then(self, indicator: str, period: Period) -> Standing:
        """How the area and the larger areas around it stood in a period, and the area itself a year before."""
        return self._standing(indicator, period, self._around(indicator, period))

    def alone(self, indicator: str, period: Period) -> Standing:
        """How the area stood in a period and a year before."""
        return self._standing(indicator, period, {})

    def _standing(self, indicator: str, period: Period, around: Mapping[str, Cell]) -> Standing:
        series = self.series(indicator, period.kind)
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
            found |= _in_period(area, self._of_larger.get((indicator, area, period.kind)), period)
        return found

    @cached_property
    def _larger(self) -> tuple[str, ...]:
        country = self.portal.country
        regions = country.groups_ever(self.code, country.region_level)
        return tuple(area for area in dict.fromkeys((*regions, country.whole.code)) if area != self.code)

    @cached_property
    def _own(self) -> AllSeries:
        return all_series(self.portal, self.choice, (self.code,))

    @cached_property
    def _of_larger(self) -> AllSeries:
        return all_series(self.portal, self.choice, self._larger)


def _in_period(area: str, series: Series | None, period: Period) -> dict[str, Cell]:
    cell = series.get(str(period)) if series is not None else None
    return {} if cell is None else {area: cell}
