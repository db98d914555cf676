-- One row: the number of growths that are not what the figure and that of a year before say, as shown, or are told of
-- without them.
with told as (
    select
        indicator.indicator,
        indicator.definition ->> '$.parts[0].indicator' as part,
        cast(indicator.definition ->> '$.decimals' as integer) as decimals
    from portal.indicator as indicator
    where indicator.definition ->> '$.count' = 'growth'
),

shown as (
    select
        cell.value,
        cell.status,
        told.decimals,
        now.value as figure,
        if(now.status = 'beyond', 'not_available', now.status) as figure_status,
        before.value as figure_before,
        if(before.status = 'beyond', 'not_available', coalesce(before.status, 'not_available')) as status_before
    from portal.cell as cell
    inner join told on cell.indicator = told.indicator
    left join portal.cell as now
        on
            told.part = now.indicator
            and cell.breakdown = now.breakdown
            and cell.category = now.category
            and cell.period_kind = now.period_kind
            and cell.period = now.period
            and cell.area = now.area
    left join portal.cell as before
        on
            told.part = before.indicator
            and cell.breakdown = before.breakdown
            and cell.category = before.category
            and cell.period_kind = before.period_kind
            and cell.area = before.area
            and cast(left(cell.period, 4) as integer) - 1 = cast(left(before.period, 4) as integer)
            and substr(cell.period, 5) = substr(before.period, 5)
)

select count(*) as broken
from shown
where
    (coalesce(shown.figure_before, 0) > 0 and shown.figure is not null) != (shown.status = 'value')
    or (shown.status = 'value') != (shown.value is not null)
    or abs(
        cast(shown.value as double)
        - 100 * (cast(shown.figure as double) / nullif(cast(shown.figure_before as double), 0) - 1)
    ) > 0.5000001 * pow(10, -shown.decimals)
    or (
        shown.status != 'value'
        and shown.status not in (shown.figure_status, shown.status_before)
        and not coalesce(shown.figure_before = 0 and shown.status = 'not_applicable', false)
    )
