"""How far chance alone may have moved a share."""

from math import sqrt

Z_95 = 1.959963984540054
"""Standard deviations that hold the middle 95 % of a normal distribution."""


def wilson(numerator: float, denominator: float, per: float = 1, z: float = Z_95) -> tuple[float, float]:
    """Lower and upper end of a share's score interval, expressed per `per`.

    Unlike the textbook interval it holds its level for small groups and never leaves 0 … `per`; it is not
    symmetric about the share. E. B. Wilson, Probable inference, the law of succession, and statistical
    inference, Journal of the American Statistical Association 22 (1927) 209–212.

    Raises ValueError when the numerator is no part of the denominator.
    """
    if not 0 <= numerator <= denominator or denominator == 0:
        raise ValueError(f"{numerator} is no part of {denominator}")
    share = numerator / denominator
    shrunk = 1 + z * z / denominator
    middle = (share + z * z / (2 * denominator)) / shrunk
    variance = share * (1 - share) / denominator + z * z / (4 * denominator * denominator)
    reach = z * sqrt(variance) / shrunk
    return per * max(0.0, middle - reach), per * min(1.0, middle + reach)
