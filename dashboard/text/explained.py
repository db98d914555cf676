"""How the figures of an indicator came about, in sentences: as pages and the command `explain` both tell it."""

from collections.abc import Iterator

from dashboard.text import methods
from dashboard.text.figures import Figures
from dashboard.text.methods import Lines
from dashboard.text.translation import Translator
from indicators.catalogue import Indicator
from indicators.explanation import DELIVERED, Origin
from warehouse.areas import Country

Rule = tuple[str, Lines]
"""What a rule is of, and its sentences."""


def rules(t: Translator, country: Country, origin: Origin) -> list[Rule]:
    """Who counts where, which periods there are, and how people are protected; nothing of what is not counted here.

    Of what is made of published figures they are those of these.
    """
    if origin.parts:
        return _of_parts(t, country, origin)
    counted = origin.ways - {DELIVERED}
    delivered = [methods.delivered(t)] if DELIVERED in origin.ways else []
    if not counted:
        return [(t("Figures that come ready counted"), delivered)]
    where = methods.where_counted(t, country, origin.of_persons) if origin.of_persons else []
    where += [methods.where_employers_counted(t)] if origin.of_workplaces else []
    where += [*_above_and_below(t, origin), *delivered]
    periods = [
        *methods.windows(t, counted),
        *_edges(t, origin.indicator),
        methods.provisional(t, country),
    ]
    return [
        (t("Who is counted where"), where),
        (t("Periods"), periods),
        (t("How people are protected"), list(_protection(t, country, origin))),
    ]


def _of_parts(t: Translator, country: Country, origin: Origin) -> list[Rule]:
    found: dict[str, dict[str, None]] = {}
    for part in origin.parts:
        for title, lines in rules(t, country, part):
            found.setdefault(title, {}).update(dict.fromkeys(lines))
    made = {
        "difference": (t("How the difference is made"), methods.difference),
        "sum": (t("How the sum is made"), methods.sum_above),
        "growth": (t("How the growth is made"), methods.growth),
    }
    title, lines_of = made[origin.indicator.count]
    return [
        (title, lines_of(t)),
        *((title, list(lines)) for title, lines in found.items()),
    ]


def _above_and_below(t: Translator, origin: Origin) -> Lines:
    inside = origin.indicator.count in {"persons", "share_of_cohort"} and origin.divides_by_persons
    return [methods.above_and_below(t)] if inside else []


def _edges(t: Translator, indicator: Indicator) -> Iterator[str]:
    """The months at either end of the data that are not shown."""
    if indicator.lead_in_months:
        yield t.plural(
            "The first month of the data is not shown: what came before it is not known well enough.",
            "The first {number} months of the data are not shown: what came before them is not known well enough.",
            indicator.lead_in_months,
        )
    if indicator.follow_up_months:
        yield t.plural(
            "The last month of the data is not shown: what comes after it is not known yet.",
            "The last {number} months of the data are not shown: what comes after them is not known yet.",
            indicator.follow_up_months,
        )


def _protection(t: Translator, country: Country, origin: Origin) -> Iterator[str]:
    protection = origin.protection
    if protection is None:
        return
    yield methods.multiples(t, protection)
    yield from methods.rounded(t, protection)
    if len(origin.measures) > 1:
        yield methods.from_rounded(t)
    if "spells" in origin.ways:
        yield methods.whole_weeks(t)
    yield methods.split_rule(t, protection)
    if origin.of_workplaces:
        yield methods.workplace_rule(t, protection)
    if origin.divides_by_persons:
        yield methods.ratio_rule(t, protection)
    if "spells" in origin.ways:
        yield methods.duration_rule(t, protection)
    yield from _amounts(t, country, origin.indicator)


def _amounts(t: Translator, country: Country, indicator: Indicator) -> Lines:
    """What holds of amounts and of money beside all else."""
    if indicator.count == "level":
        return methods.amounts_rule(t, country)
    return methods.money_sums(t, country) if Figures(indicator, t.lang).is_money else []
