-- One row: the counts, and how many are not what adds up in them: ten-thousandths of persons or events, or days in per
-- cent of full time, to be divided by the days of the period. Of persons each counts as one, and none is negative.
select
    count(*) as checked,
    count(*) filter (
        where counted.amount < 0
        or counted.contributors < 0
        or (figure.adds_up = 'events' and (counted.contributors = 0) != (counted.amount = 0))
        or (figure.adds_up in ('persons', 'events') and cast(counted.value as decimal(38, 4)) * 10000 != counted.amount)
        or (figure.adds_up = 'persons' and counted.contributors * 10000 != counted.amount)
        or (
            figure.adds_up = 'days'
            and abs(
                counted.value - counted.amount / (100 * (calendar.last_day - calendar.first_day + 1))
            ) > 0.000051
        )
    ) as broken
from mart.counted as counted
inner join figure on counted.figure = figure.figure
inner join calendar
    on
        counted.period_kind = calendar.period_kind
        and counted.period = calendar.period
where
    counted.figure = $figure
    and figure.adds_up != 'nothing'
