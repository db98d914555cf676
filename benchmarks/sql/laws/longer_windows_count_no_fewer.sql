-- One row: the persons of months and quarters, and how many are more than those of a longer window with the same end.
select
    count(*) as checked,
    count(*) filter (where short.amount > long.amount) as broken
from mart.counted as short
inner join figure on short.figure = figure.figure
inner join calendar as short_period
    on
        short.period_kind = short_period.period_kind
        and short.period = short_period.period
inner join calendar as long_period
    on
        short_period.last_day = long_period.last_day
        and short_period.months < long_period.months
        and long_period.period_kind in ('quarter', 'rolling_year')
inner join mart.counted as long
    on
        short.breakdown = long.breakdown
        and short.category = long.category
        and short.area = long.area
        and long_period.period_kind = long.period_kind
        and long_period.period = long.period
        and long.figure = $figure
where
    short.figure = $figure
    and figure.adds_up = 'persons'
