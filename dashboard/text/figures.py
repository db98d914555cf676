"""Figures of an indicator as the reader's language writes them, and the marks that stand where none is published."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dashboard.text.numbers import MINUS, NO_BREAK, number, percent_sign, signed
from dashboard.text.translation import translate
from indicators.catalogue import Indicator
from warehouse.reading import BEYOND, Cell
from warehouse.vocabulary import text_in, unit_in, vocabulary

MISSING = "–"
_SIGNS = "+±" + MINUS

RATIOS = {
    *(
        "percent",
        "percentage_points",
        "percent_on_year",
        "per_100",
        "per_100_recipients",
        "per_1000",
        "per_1000_employees",
    ),
    *("weeks", "hours"),
}
_OF_MONEY = "_a_month"
RATIOS |= {unit for unit in vocabulary().units if unit.endswith(_OF_MONEY)}
RATIOS |= {"currency", *(unit_in("currency", currency) for currency in vocabulary().currencies)}
"""Units in which areas of any size can be compared."""


def mark(status: str) -> str:
    """What stands in place of a figure, a sign for each reason that hides one."""
    return str(vocabulary().statuses[status].more["mark"])


def status_text(status: str, lang: str) -> str:
    """Why there is no figure, in a few words."""
    return text_in(vocabulary().statuses[status].title, lang)


@dataclass(frozen=True, eq=False)
class Figures:
    """Writes the figures of one indicator in one language."""

    indicator: Indicator
    lang: str

    @property
    def unit(self) -> str:
        """The unit in words."""
        return text_in(vocabulary().units[self.indicator.unit].title, self.lang)

    @property
    def is_ratio(self) -> bool:
        """Whether figures of large and small areas can be set against each other."""
        return self.indicator.unit in RATIOS

    @property
    def is_time(self) -> bool:
        """Whether figures are lengths of time, which are long or short, not high or low."""
        return "days" in vocabulary().units[self.indicator.unit].more

    @property
    def is_difference(self) -> bool:
        """Whether figures are differences of two others."""
        return self.indicator.count == "difference"

    @property
    def has_sign(self) -> bool:
        """Whether figures may be on either side of zero, and are written with their sign."""
        return self.indicator.has_sign

    @property
    def is_money(self) -> bool:
        """Whether figures are amounts of currency."""
        return self.indicator.unit.endswith(_OF_MONEY)

    def bare(self, value: Decimal) -> str:
        """The number without its unit's sign; with plus or minus where figures have a sign."""
        if self.has_sign:
            return signed(value, self.indicator.decimals, self.lang).removeprefix("±")
        return number(value, self.indicator.decimals, self.lang)

    def value(self, value: Decimal) -> str:
        """`5.7%`, `1,234`."""
        return self._with_unit(self.bare(value), "suffix")

    def shown(self, cell: Cell | None) -> str:
        """The figure, or the mark that stands for it."""
        if cell is None:
            return MISSING
        return self.sign(cell.status) if cell.value is None else self.value(cell.value)

    def brief(self, cell: Cell) -> str:
        """The figure without its unit, for places too narrow for words: `5.7`, `> 52`, `…`."""
        return self._marked(cell.status, self.bare) if cell.value is None else self.bare(cell.value)

    def sign(self, status: str) -> str:
        """The mark that stands in place of a figure: `…`, `> 52 weeks`."""
        return self._marked(status, self.value)

    def reason(self, status: str) -> str:
        """Why there is no number, in a few words: `Too few`, `more than 52 weeks`."""
        followed = self._followed if status == BEYOND else None
        if followed:
            return translate(self.lang)("more than {value}", value=self.value(followed))
        return status_text(status, self.lang)

    def _marked(self, status: str, write: Callable[[Decimal], str]) -> str:
        followed = self._followed if status == BEYOND else None
        return f"{mark(status)}{NO_BREAK}{write(followed)}" if followed else mark(status)

    @property
    def _followed(self) -> Decimal | None:
        """The time that people are followed for, none where there is no such end."""
        days = vocabulary().units[self.indicator.unit].more.get("days")
        return Decimal(self.indicator.at_days) / days if days and self.indicator.at_days else None

    def interval(self, cell: Cell) -> str:
        """`5.1–5.9`, empty where none is published."""
        if cell.value is None or cell.lower is None or cell.upper is None:
            return ""
        return self.between(cell.lower, cell.upper)

    def between(self, low: Decimal, high: Decimal) -> str:
        """`5.1–5.9%`; of figures with a sign, which a dash would hide, `−1.2 to +0.4 pp`."""
        if self.has_sign:
            return translate(self.lang)("{low} to {high}", low=self.bare(low), high=self.value(high))
        return f"{self.bare(low)}–{self.value(high)}"

    def change(self, change: Decimal) -> str:
        """`+0.3 pp`, `−12`."""
        return self._with_unit(signed(change, self.indicator.decimals, self.lang), "change")

    def distance(self, change: Decimal) -> str:
        """How far apart two figures are, without a sign: `0.3 pp`."""
        return self._with_unit(number(abs(change), self.indicator.decimals, self.lang), "change")

    def growth(self, change: Decimal, before: Decimal) -> str:
        """A change in per cent of what there was, `+4.5%`; empty where there was nothing."""
        return signed(100 * change / before, 1, self.lang) + percent_sign(self.lang) if before else ""

    def part(self, part: Decimal | None) -> str:
        """A numerator or denominator, as whole persons."""
        return MISSING if part is None else number(part, 0, self.lang)

    def share(self, part: Decimal, whole: Decimal) -> str:
        """A part in per cent of the whole; one that is not nothing is not written as 0.0 %."""
        least = Decimal("0.1")
        told = 100 * part / whole
        text = number(max(told, least) if part else told, 1, self.lang) + percent_sign(self.lang)
        return f"< {text}" if 0 < told < least else text

    def direction(self) -> str:
        """Which way is good."""
        t = translate(self.lang)
        return {
            "higher_is_better": t("higher is better"),
            "lower_is_better": t("lower is better"),
            "nearer_zero_is_better": t("nearer zero is better"),
            "neutral": t("neither higher nor lower is better"),
        }[self.indicator.direction]

    def _with_unit(self, text: str, kind: str) -> str:
        """A number as it is written, and the sign of its unit, which may have a word of its own for one."""
        words = _words(self.indicator.unit, self.lang)
        is_one = "one" in words and text.lstrip(_SIGNS) == "1"
        return text + words["one" if is_one else kind]


@cache
def _words(unit: str, lang: str) -> Mapping[str, str]:
    """What stands behind the numbers of a unit."""
    words = vocabulary().units[unit].more
    return {
        kind: text_in(words[kind], lang).replace(" ", NO_BREAK)
        for kind in ("suffix", "change", "one")
        if kind in words
    }
