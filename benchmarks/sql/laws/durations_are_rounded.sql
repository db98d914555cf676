-- One row: the durations that are shown, and how many are not the counted one in whole weeks (amounts: whole, or in
-- the steps that money is told in), or a survival not whole per cent from 0 to 100, or are told of too few persons.
-- One beyond what is followed has no number, and the same persons behind it.
select
    count(*) as checked,
    count(*) filter (
        where counted.value is null
        or cell.value % 1 != 0
        or counted.contributors <= protection.least_persons - protection.base
        or (
            indicator_part.statistic != 'survival'
            and abs(cell.value - counted.value)
            > case when indicator_part.unit like '%_a_month' then protection.money_step else 1 end * 0.5
        )
        or (
            indicator_part.statistic = 'survival'
            and cell.value not between 0 and 100
        )
    ) as broken
from mart.cell as cell
inner join indicator_part on cell.indicator = indicator_part.indicator
cross join protection
left join mart.counted as counted
    on
        cell.breakdown = counted.breakdown
        and cell.category = counted.category
        and cell.period_kind = counted.period_kind
        and cell.period = counted.period
        and cell.area = counted.area
        and indicator_part.above = counted.figure
where
    cell.indicator = $indicator
    and cell.status in ('value', 'beyond')
    and indicator_part.statistic is not null
