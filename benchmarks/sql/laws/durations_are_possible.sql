-- One row: the means, medians and survivals, and how many are below 0, a survival above 100, or told of nobody.
select
    count(*) as checked,
    count(*) filter (
        where counted.value < 0
        or (figure.statistic = 'survival' and counted.value > 100)
        or (counted.value is not null and counted.contributors = 0)
        or (figure.statistic in ('mean', 'median') and counted.value is null and counted.contributors > 0)
    ) as broken
from mart.counted as counted
inner join figure on counted.figure = figure.figure
where
    counted.figure = $figure
    and figure.adds_up = 'nothing'
