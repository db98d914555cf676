-- One row per area and period: what was spent on active programmes (categories 2 to 7 of Eurostat's LMP), in whole
-- units of the country's currency. Of a quarter it is told where all six categories are, of twelve months where all
-- four quarters are.
with quarter as (
    select
        figure.area,
        figure.period,
        4 * cast(left(figure.period, 4) as integer) + cast(right(figure.period, 1) as integer) as place,
        sum(figure.value) as value -- noqa: RF04
    from core.figure as figure
    where
        figure.measure in (
            'expenditure_training',
            'expenditure_job_rotation',
            'expenditure_incentives',
            'expenditure_supported_employment',
            'expenditure_job_creation',
            'expenditure_start_up'
        )
        and figure.period_kind = 'quarter'
        and figure.breakdown = 'all'
        and figure.status = 'value'
    group by
        figure.area,
        figure.period
    having count(*) = 6
),

told as (
    select
        quarter.area,
        'quarter' as period_kind,
        quarter.period,
        quarter.value
    from quarter
    union all
    select
        latest.area,
        'rolling_year' as period_kind,
        left(latest.period, 5) || lpad(cast(3 * cast(right(latest.period, 1) as integer) as varchar), 2, '0') as period,
        sum(quarter.value) as value -- noqa: RF04
    from quarter as latest
    inner join quarter
        on
            latest.area = quarter.area
            and quarter.place between latest.place - 3 and latest.place
    group by
        latest.area,
        latest.period
    having count(*) = 4
)

select
    'all' as breakdown,
    'all' as category,
    told.period_kind,
    told.period,
    told.area,
    told.value,
    'value' as status
from told
