"""A state together with all that its views are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.data import catalogue, measure_title
from dashboard.standing import Course, Split, Standing, common_flags, course, split, standing, standing_of
from dashboard.state import State
from dashboard.text.dates import period_name
from dashboard.text.figures import Figures
from dashboard.text.translation import Translator, translate
from indicators.catalogue import Part
from warehouse.periods import Period, parse_period
from warehouse.reading import ALL, Category, Cell, Portal
from warehouse.vocabulary import text_in


@dataclass(frozen=True, eq=False)
class Side:
    """One of two figures that another is made of, for all areas; `common` are the flags that every figure carries."""

    title: str
    figures: Figures
    now: Standing
    common: frozenset[str]


@dataclass(frozen=True, eq=False)
class Shown:
    """What Compare shows in one language of one release."""

    portal: Portal
    lang: str
    state: State

    @cached_property
    def t(self) -> Translator:
        """The reader's language."""
        return translate(self.lang)

    @cached_property
    def now(self) -> Standing:
        """How all areas stand in the period, in the group that was chosen."""
        state = self.state
        if state.view == "development":
            return self._course.now
        if state.by:
            return self._split.now
        return standing(self.portal, state.indicator, state.period, state.category)

    @cached_property
    def figures(self) -> Figures:
        """Writes the indicator's figures."""
        return Figures(self.now.indicator, self.lang)

    @property
    def title(self) -> str:
        """The indicator's title."""
        return text_in(self.now.indicator.title, self.lang)

    @property
    def unit(self) -> str:
        """The unit in words, empty where the title says it already."""
        unit = self.figures.unit
        return "" if unit.casefold() in self.title.casefold() else unit

    @cached_property
    def group(self) -> str:
        """The group of people that was chosen, empty for all of them."""
        return "" if self.state.category == ALL else self.category_title(self.state.category)

    def category_title(self, category: Category) -> str:
        """The people of a category in the reader's language."""
        breakdown, name = category
        return text_in(self.portal.breakdowns[breakdown].categories[name], self.lang)

    def of_group(self, said: str) -> str:
        """What is said, with the people that it is said of."""
        return f"{self.group}: {said}" if self.group else said

    @cached_property
    def period(self) -> str:
        """The period in words."""
        return period_name(self.state.period, self.lang)

    @cached_property
    def periods(self) -> Sequence[Period]:
        """All periods of the indicator, the oldest first."""
        return self.portal.periods[self.state.indicator, self.state.period.kind]

    @cached_property
    def everyone(self) -> Standing:
        """How the chosen areas and the whole country stand in the period, counting everybody."""
        state = self.state
        if state.category == ALL:
            return self.now
        cells = {cell.area: cell for cell in self._side_by_side[ALL]}
        return standing_of(self.portal, state.indicator, state.period, ({}, cells))

    @cached_property
    def split(self) -> Mapping[str, Mapping[str, Cell]]:
        """The cells of the chosen areas by the groups of the breakdown that is laid out, in reading order."""
        state = self.state
        order = self.portal.categories(state.indicator, state.period.kind)[state.by]
        found = ((name, self._side_by_side[state.by, name]) for name in order)
        return {
            name: {cell.area: cell for cell in cells if cell.area in state.areas} for name, cells in found
        }

    @cached_property
    def _side_by_side(self) -> Mapping[Category, Sequence[Cell]]:
        """The cells of the chosen areas and the whole country, of everybody and of those groups."""
        areas = (*self.state.areas, self.portal.country.whole.code)
        return {group: row.made(areas) for group, row in self._split.groups.items()}

    @property
    def _split(self) -> Split:
        state = self.state
        return split(self.portal, state.indicator, state.by, state.period, state.category)

    @cached_property
    def cells(self) -> Sequence[Cell]:
        """The cells that the view shows."""
        if self.state.view == "development":
            return [cell for series in self.series.values() for cell in series.values()]
        if self.state.view == "groups":
            everyone = [self.everyone.cell(area) for area in self.state.areas]
            return [*everyone, *(cell for cells in self.split.values() for cell in cells.values())]
        return [self.now.cell(area) for area in {*self.state.areas, *self.now.base}]

    @cached_property
    def common(self) -> frozenset[str]:
        """Flags that every published figure of the period carries: they are told of all, not marked at each."""
        return common_flags(self.now.cells.values())

    @cached_property
    def common_in_view(self) -> frozenset[str]:
        """Flags that every published figure of the view carries."""
        beyond_the_period = self.state.view in {"development", "groups"}
        return common_flags(self.cells) if beyond_the_period else self.common

    @cached_property
    def series(self) -> Mapping[str, Mapping[Period, Cell]]:
        """The cells of the chosen areas in all periods."""
        periods = {str(period): period for period in self.periods}
        return {
            area: {periods[text]: cell for text, cell in series.items()}
            for area, series in self._course.series.items()
        }

    @property
    def _course(self) -> Course:
        state = self.state
        return course(self.portal, state.indicator, state.period, state.areas, state.category)

    @cached_property
    def breaks(self) -> Sequence[tuple[Period, str]]:
        """First period after each break of the series and what changed, the oldest first."""
        found = {
            parse_period(period): text_in(note, self.lang)
            for measure in self.now.indicator.rests_on
            for period, note in self.portal.breaks.get(measure, ())
        }
        return sorted(found.items(), key=lambda one: one[0].starts_on)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The two figures that what is shown is made of, for the group that is shown; none where it is one figure."""
        parts = self.now.indicator.parts
        return tuple(map(self._side, parts)) if len(parts) > 1 else ()

    def _side(self, part: Part) -> Side:
        named, period = catalogue(self.portal)[part.indicator], part.at(self.state.period)
        now = standing(self.portal, part.indicator, period, part.among(*self.state.category))
        own = self.portal.breakdowns[part.breakdown].categories[part.category] if part.is_split else None
        title = text_in(own or named.title, self.lang)
        if self.figures.indicator.count == "growth":
            title = f"{title}, {period_name(period, self.lang)}"
        return Side(title, Figures(named, self.lang), now, common_flags(now.cells.values()))

    def name(self, area: str) -> str:
        """An area's name in the reader's language."""
        return self.now.country.name(area, self.lang)

    def measure_title(self, measure: str) -> str:
        """What a measure counts."""
        return measure_title(self.portal, measure, self.lang)
