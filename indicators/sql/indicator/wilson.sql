-- One row per figure of a share of persons: its 95 % score interval, in the figure's own unit.
-- E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
-- Statistical Association 22 (1927) 209-212; comparison/intervals.py says the same in Python.
update indicator_figure as figure
set
    lower = $per * greatest(0, bound.middle - bound.reach),
    upper = $per * least(1, bound.middle + bound.reach)
from (
    select
        proportion.breakdown,
        proportion.category,
        proportion.period_kind,
        proportion.period,
        proportion.area,
        (proportion.p + $z * $z / (2 * proportion.n)) / (1 + $z * $z / proportion.n) as middle,
        $z * sqrt(proportion.p * (1 - proportion.p) / proportion.n + $z * $z / (4 * proportion.n * proportion.n))
        / (1 + $z * $z / proportion.n) as reach
    from (
        select
            part.*,
            cast(part.denominator as double) as n,
            cast(part.numerator as double) / cast(part.denominator as double) as p
        from indicator_figure as part
        where
            part.status = 'value'
            and part.numerator <= part.denominator
    ) as proportion
) as bound
where
    figure.breakdown = bound.breakdown
    and figure.category = bound.category
    and figure.period_kind = bound.period_kind
    and figure.period = bound.period
    and figure.area = bound.area
