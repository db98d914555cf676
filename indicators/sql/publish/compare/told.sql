-- One row per unsplit figure of the whole country in a recent period: what this release tells of it, and how many
-- months after the period. What is made of published figures is left out, for it follows from these.
insert into portal.told
with recent as (
    select
        calendar.period_kind,
        calendar.period,
        year($as_of) * 12 + month($as_of)
        - year(calendar.last_day) * 12 - month(calendar.last_day) as months_after
    from calendar
)

select
    cell.indicator,
    cell.period_kind,
    cell.period,
    recent.months_after,
    $release as release,
    cell.value,
    contains(cell.flags, 'provisional') as provisional
from portal.cell as cell
inner join recent
    on
        cell.period_kind = recent.period_kind
        and cell.period = recent.period
inner join portal.indicator as indicator on cell.indicator = indicator.indicator
where
    cell.area = $country
    and cell.breakdown = 'all'
    and cell.value is not null
    and not contains(cell.flags, 'held')
    and recent.months_after between 0 and $months
    and json_array_length(indicator.definition -> '$.parts') = 0
order by all
