"""What Methods says and an explanation of a figure says too: one wording for both."""

from collections.abc import Collection

from dashboard.text.numbers import NO_BREAK, number
from dashboard.text.translation import Translator
from warehouse.areas import Country
from warehouse.profile import Protection
from warehouse.vocabulary import text_in, vocabulary

Lines = list[str]


def where_counted(t: Translator, country: Country, ways: Collection[str]) -> Lines:
    """Who is counted, and under which area and group; `ways` is what is counted: persons, days, events, spells."""
    first, last = country.working_age
    unknown = country.name(country.not_stated_area, t.lang)
    lines = [
        t("People from {first} to {last} years are counted.", first=first, last=last),
        t(
            "In every month a person belongs to one municipality, one sex, one age band and one origin: the last"
            " that was known on any day of the month."
        ),
    ]
    if "persons" in ways:
        lines.append(
            t(
                "In a longer period a person belongs where they were in the last month of it in which they are counted."
                " So areas and groups of people add up; nobody is counted in two municipalities in one period."
            )
        )
    if not {"days", "events"}.isdisjoint(ways):
        lines.append(t("Days and events count where the person belonged in their own month."))
    if "spells" in ways:
        lines.append(
            t(
                "A spell counts where the person belonged in the month in which it began or, where those that ended are"
                " told of, in the month of its last day."
            )
        )
    return [
        *lines,
        t("Who has no known municipality is counted under {area}, and in the country.", area=unknown),
    ]


def where_employers_counted(t: Translator) -> str:
    """Where employers count, and what they do."""
    return t(
        "Employers, vacancies and layoffs count in the municipality where the work is done, as it is told with them;"
        " an employer with work in several municipalities counts in each of them."
    )


def windows(t: Translator, ways: Collection[str]) -> Lines:
    """What a longer period counts."""
    said = {
        "persons": t(
            "The persons of a quarter or year are different people, each counted once. So a quarter is not the"
            " sum of its months."
        ),
        "days": t(
            "Full-time persons, vacant positions and employees of a quarter or year are the mean over its days."
        ),
        "events": t(
            "Entries, exits, placements and other events of a quarter or year are the sum over its months."
        ),
    }
    return [
        *(line for way, line in said.items() if way in ways),
        t("A rolling year is the twelve months that end with the month named; in December it is the year."),
        t("A period is shown only when all of its months are delivered."),
    ]


def provisional(t: Translator, country: Country) -> str:
    """What may still change."""
    return t.plural(
        "The last month shown is provisional: records still come late. It is marked, and may change.",
        "The last {number} months shown are provisional: records still come late. They are marked, and may change.",
        country.provisional_months,
    )


def rounded(t: Translator, protection: Protection) -> Lines:
    """Fixed random rounding."""
    base = protection.base
    return [
        t(
            "Whether a figure goes up or down is decided by chance, with a key that only the publisher has: the"
            " nearer a multiple, the likelier it is taken. On average nothing is added or lost."
        ),
        t(
            "The same people always give the same figure, on every page, in every file and in every release, as long"
            " as the key is the same. Asking again tells nothing new."
        ),
        t("A figure is never more than {off} away from the count behind it.", off=base - 1),
        t("0 can mean a few people, and {base} can mean one.", base=base),
    ]


def multiples(t: Translator, protection: Protection) -> str:
    """That every count of persons is rounded."""
    return t(
        "Every count that is made from records of persons is rounded to a multiple of {base}, up or down.",
        base=protection.base,
    )


def from_rounded(t: Translator) -> str:
    """What shares are made of."""
    return t("Shares and intervals are calculated from the rounded figures, never from those behind them.")


def whole_weeks(t: Translator) -> str:
    """How durations are rounded."""
    return t("Means and medians are rounded to whole weeks, shares still on benefit to whole per cent.")


def split_rule(t: Translator, protection: Protection) -> str:
    """What must not be split."""
    return t(
        "A figure is split further, into areas, groups or shorter periods, only where it is published as at"
        " least {least}. Otherwise the parts are withheld.",
        least=protection.split_from,
    )


def workplace_rule(t: Translator, protection: Protection) -> str:
    """How many employers must be behind figures in which one may count for many."""
    return t(
        "Positions, employees and layoffs are shown only where at least {least} employers are behind the figure, one"
        " with work in several municipalities counting in each, and where no employer is more than {most}% of it."
        " Of the figures beside one that is withheld for that, so"
        " many are withheld that it does not follow from them.",
        least=protection.least_workplaces,
        most=protection.largest_employer,
    )


def ratio_rule(t: Translator, protection: Protection) -> str:
    """From which denominator on a share is shown."""
    return t(
        "A share of people who are counted here is shown when the published figure that it is divided by is at least"
        " {least}. Under {wide} it is marked as uncertain and not ranked. Numbers that are public as they stand, such"
        " as inhabitants, have no such limit.",
        least=protection.ratio_from,
        wide=protection.wide_below,
    )


def duration_rule(t: Translator, protection: Protection) -> str:
    """How many people a duration needs."""
    return t(
        "A mean, a median and a share still on benefit need at least {least} people, as rounded.",
        least=protection.least_persons,
    )


def money_rules(t: Translator, country: Country) -> Lines:
    """How money is protected; nothing where there is none."""
    return [*money_sums(t, country), *amounts_rule(t, country)]


def money_sums(t: Translator, country: Country) -> Lines:
    """What sums of money are rounded to, and from which on they are shown."""
    protection = country.protection
    if protection.money is None:
        return []
    money, base = protection.money, protection.base
    return [
        t(
            "Sums of money are counted as means of months in units of {unit}, and rounded like counts, to multiples of"
            " {multiple}. What a person is paid in a month counts up to {largest}, so that nobody is more than"
            " half of {multiple}.",
            unit=_amount(t, country, money.unit),
            multiple=_amount(t, country, base * money.unit),
            largest=_amount(t, country, money.largest),
        ),
        t(
            "A sum is shown only where it is published as at least {least} a month: of these nobody is more than"
            " {share} per cent.",
            least=_amount(t, country, money.least(base) * money.unit),
            share=money.dominance,
        ),
    ]


def amounts_rule(t: Translator, country: Country) -> Lines:
    """How many people a mean or median of amounts needs."""
    protection = country.protection
    if protection.money is None:
        return []
    return [
        t(
            "A mean of hours and a median of earnings need at least {least} people, as rounded; medians of money are"
            " multiples of {step}.",
            least=protection.ratio_from,
            step=_amount(t, country, protection.money.step),
        )
    ]


def _amount(t: Translator, country: Country, whole: int) -> str:
    currency = text_in(vocabulary().currencies[country.currency], t.lang)
    return f"{number(whole, 0, t.lang)}{NO_BREAK}{currency}"


def above_and_below(t: Translator) -> str:
    """Numerator and denominator of a share of persons."""
    return t(
        "Everybody who counts in the part of a share also counts in its whole, in the same area and group."
    )


def delivered(t: Translator) -> str:
    """Figures of other offices."""
    return t("Figures that their owner has published already are shown as exactly as they are delivered.")


def sum_above(t: Translator) -> Lines:
    """How sums of money are made of published figures."""
    return [
        t(
            "A sum of money is what stands above the line of a published figure, as it is published there, and told in"
            " millions. So it tells nothing that the other does not tell."
        ),
        t("Where that figure is hidden or missing the sum is too, for the same reason."),
    ]


def growth(t: Translator) -> Lines:
    """How growths of published figures are made."""
    return [
        t(
            "A growth is a published figure less that of the same period a year before, in per cent of the latter, both"
            " as they are shown. So it tells nothing that the two do not tell, and anybody can work it out."
        ),
        t(
            "Where one of the two is hidden or missing the growth is too, for the same reason; of nothing there is no"
            " growth. If the series breaks between the two the figure says so."
        ),
    ]


def difference(t: Translator) -> Lines:
    """How differences of published figures are made."""
    return [
        t(
            "A difference is one published figure less another, both as they are shown. So it tells nothing that the"
            " two do not tell, and anybody can work it out."
        ),
        t("Where one of the two is hidden or missing the difference is too, for the same reason."),
        t(
            "Its interval is made of those of the two figures (Newcombe 1998, method 10). Where it holds zero, chance"
            " and rounding alone may have made the difference."
        ),
    ]
