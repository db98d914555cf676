-- One row per figure of a share of persons: its 95 % score interval, in the figure's own unit.
-- E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
-- Statistical Association 22 (1927) 209-212; comparison/intervals.py says the same in Python. $error is the standard
-- deviation that rounding for protection gives a count.
update indicator_figure as figure
set
    lower = $per * greatest(0, bound.middle - sqrt(bound.chance * bound.chance + bound.rounding * bound.rounding)),
    upper = $per * least(1, bound.middle + sqrt(bound.chance * bound.chance + bound.rounding * bound.rounding))
from (
    select
        proportion.place,
        (proportion.p + $z * $z / (2 * proportion.n)) / (1 + $z * $z / proportion.n) as middle,
        $z * sqrt(proportion.p * (1 - proportion.p) / proportion.n + $z * $z / (4 * proportion.n * proportion.n))
        / (1 + $z * $z / proportion.n) as chance,
        $z * $error * sqrt(proportion.above + proportion.p * proportion.p * proportion.below)
        / proportion.n as rounding
    from (
        select
            part.rowid as place,
            cast(part.denominator as double) as n,
            cast(part.numerator as double) / cast(part.denominator as double) as p,
            cast(part.rounded_above as integer) as above,
            cast(part.rounded_below as integer) as below
        from indicator_figure as part
        where
            part.status = 'value'
            and part.numerator <= part.denominator
    ) as proportion
) as bound
where figure.rowid = bound.place
