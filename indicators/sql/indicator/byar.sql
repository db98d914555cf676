-- One row per figure of a number of events over a denominator: its 95 % interval, in the figure's own unit.
-- Byar's approximation to the limits of a Poisson count, after N. E. Breslow and N. E. Day, Statistical Methods in
-- Cancer Research II, IARC Scientific Publications 82 (1987) 69; comparison/intervals.py says the same in Python.
-- $error is the standard deviation that rounding for protection gives a count.
update indicator_figure as figure
set
    lower = $per * greatest(0, bound.events - sqrt(bound.below * bound.below + bound.rounding * bound.rounding))
    / bound.n,
    upper = $per * (bound.events + sqrt(bound.above * bound.above + bound.rounding * bound.rounding)) / bound.n
from (
    select
        rate.place,
        rate.events,
        rate.n,
        rate.events
        - case
            when rate.events = 0
                then 0
            else rate.events * pow(1 - 1 / (9 * rate.events) - $z / (3 * sqrt(rate.events)), 3)
        end as below,
        (rate.events + 1) * pow(1 - 1 / (9 * (rate.events + 1)) + $z / (3 * sqrt(rate.events + 1)), 3)
        - rate.events as above,
        $z * $error * sqrt(rate.rounded_above + pow(rate.events / rate.n, 2) * rate.rounded_below) as rounding
    from (
        select
            part.rowid as place,
            cast(part.numerator as double) as events,
            cast(part.denominator as double) as n,
            cast(part.rounded_above as integer) as rounded_above,
            cast(part.rounded_below as integer) as rounded_below
        from indicator_figure as part
        where part.status = 'value'
    ) as rate
) as bound
where figure.rowid = bound.place
