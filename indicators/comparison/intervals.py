"""How far chance, and rounding for protection, may have moved a figure."""

from math import hypot, sqrt

Z_95 = 1.959963984540054
"""Standard deviations that hold the middle 95 % of a normal distribution."""


def rounding_error(base: int) -> float:
    """Standard deviation that random rounding to multiples of `base` gives a count, over all remainders alike.

    A remainder r of b is off by r with chance (b − r) / b and by b − r else, a variance of r (b − r); their mean over
    0 … b − 1 is (b² − 1) / 6. Base 5 gives 2.
    """
    return sqrt((base * base - 1) / 6)


def wilson(
    numerator: float,
    denominator: float,
    per: float = 1,
    z: float = Z_95,
    errors: tuple[float, float] = (0.0, 0.0),
) -> tuple[float, float]:
    """Lower and upper end of a share's score interval, expressed per `per`.

    Unlike the textbook interval it holds its level for small groups and never leaves 0 … `per`; it is not
    symmetric about the share. E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, Journal of the American Statistical Association 22 (1927) 209–212.

    `errors` are the standard deviations that rounding gave the numerator and the denominator; 0 where it is exact.
    What they do to the share is independent of chance, so the two reaches are added as sides of a right angle.

    Raises ValueError when the numerator is no part of the denominator.
    """
    if not 0 <= numerator <= denominator or denominator == 0:
        raise ValueError(f"{numerator} is no part of {denominator}")
    share = numerator / denominator
    shrunk = 1 + z * z / denominator
    middle = (share + z * z / (2 * denominator)) / shrunk
    variance = share * (1 - share) / denominator + z * z / (4 * denominator * denominator)
    reach = hypot(z * sqrt(variance) / shrunk, z * hypot(errors[0], share * errors[1]) / denominator)
    return per * max(0.0, middle - reach), per * min(1.0, middle + reach)


def byar(
    events: float,
    denominator: float,
    per: float = 1,
    z: float = Z_95,
    errors: tuple[float, float] = (0.0, 0.0),
) -> tuple[float, float]:
    """Lower and upper end of the interval of a number of events over a denominator, expressed per `per`.

    Byar's approximation to the exact limits of a Poisson count, right to within a few hundredths from few events on:
    N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II, IARC Scientific Publications 82 (1987) 69.
    `errors` as for `wilson`; each side is widened by itself.

    Raises ValueError for less than no events or a denominator that is not above 0.
    """
    if events < 0 or denominator <= 0:
        raise ValueError(f"{events} events over {denominator}")
    rounding = z * hypot(errors[0], events / denominator * errors[1])
    below = hypot(events - _poisson_limit(events, -z), rounding)
    above = hypot(_poisson_limit(events + 1, z) - events, rounding)
    return per * max(0.0, events - below) / denominator, per * (events + above) / denominator


def newcombe(first: tuple[float, float, float], second: tuple[float, float, float]) -> tuple[float, float]:
    """Lower and upper end of the interval of `first` less `second`, each given as figure, lower and upper end.

    Each end of the one meets the opposite end of the other, as sides of a right angle: R. G. Newcombe, Interval
    estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 873-890, method 10,
    which squares and adds score intervals. For other figures with intervals of their own the same holds: G. Y. Zou and
    A. Donner, Construction of confidence limits about effect measures, Statistics in Medicine 27 (2008) 1693-1702.
    Intervals that are wider for the rounding of counts make this one as much wider.
    """
    below = hypot(max(0.0, first[0] - first[1]), max(0.0, second[2] - second[0]))
    above = hypot(max(0.0, first[2] - first[0]), max(0.0, second[0] - second[1]))
    difference = first[0] - second[0]
    return difference - below, difference + above


def _poisson_limit(events: float, z: float) -> float:
    if events == 0:
        return 0.0
    return float(events * (1 - 1 / (9 * events) + z / (3 * sqrt(events))) ** 3)
