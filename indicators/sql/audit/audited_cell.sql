-- One row per delivered figure of the measure under way in a period in which any is hidden, in the smallest units that
-- it is delivered in. The numbers of a period's cells follow the areas' population, the smallest first: an order that
-- does not hang on the figures themselves.
create or replace temp table audited_cell as
with touched as (
    select
        figure.period_kind,
        figure.period
    from core.figure as figure
    where
        figure.measure = $measure
        and figure.status = 'suppressed'
    union
    select
        withheld.period_kind,
        withheld.period
    from mart.withheld as withheld
    where withheld.measure = $measure
)

select
    figure.breakdown,
    figure.category,
    figure.period_kind,
    figure.period,
    figure.area,
    calendar.last_day,
    cast(round(figure.value * 10 ** coalesce(rule.decimals, 0)) as bigint) as units,
    if(withheld.area is null, figure.status, 'withdrawn') as status,
    row_number() over (
        partition by
            figure.period_kind,
            figure.period
        order by
            area.population is null,
            area.population,
            figure.area,
            figure.breakdown,
            figure.category
    ) as cell
from core.figure as figure
inner join touched
    on
        figure.period_kind = touched.period_kind
        and figure.period = touched.period
inner join calendar
    on
        figure.period_kind = calendar.period_kind
        and figure.period = calendar.period
left join core.area as area on figure.area = area.code
left join core.figure_rule as rule on figure.measure = rule.measure
left join mart.withheld as withheld
    on
        figure.measure = withheld.measure
        and figure.breakdown = withheld.breakdown
        and figure.category = withheld.category
        and figure.period_kind = withheld.period_kind
        and figure.period = withheld.period
        and figure.area = withheld.area
where
    figure.measure = $measure
    and figure.status in ('value', 'suppressed')
