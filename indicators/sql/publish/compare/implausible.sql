-- One row per unsplit figure that is further from what it was than late records or a year's course explain: a settled
-- one that moved since the release before (`previous`), or one of a period that this release is the first to have.
-- A settled figure may move by $moved of itself; a new one may be up to $jumped times, or so much less than, those of
-- the period before and of a year before. Figures that fewer than $least people stand behind move by chance.
with figure as (
    select
        now.indicator,
        now.period_kind,
        now.period,
        now.area,
        now.value,
        before.value as released,
        coalesce(before.numerator, before.value) as released_size,
        coalesce(contains(before.flags, 'provisional'), false) as was_provisional,
        first.period is null as is_new,
        lag(now.value) over course as period_before,
        lag(coalesce(now.numerator, now.value)) over course as size_before,
        case now.period_kind
            when 'quarter' then lag(now.value, 4) over course
            when 'year' then lag(now.value) over course
            else lag(now.value, 12) over course
        end as year_before
    from portal.cell as now
    left join previous.cell as before
        on
            now.indicator = before.indicator
            and now.breakdown = before.breakdown
            and now.category = before.category
            and now.period_kind = before.period_kind
            and now.period = before.period
            and now.area = before.area
    left join previous.cell_period as first
        on
            now.indicator = first.indicator
            and now.period_kind = first.period_kind
            and now.period = first.period
    where
        now.indicator = $indicator
        and now.breakdown = 'all'
    window course as (partition by now.period_kind, now.area order by now.period)
)

select
    indicator,
    period_kind,
    period,
    area,
    released as before,
    value as now
from figure
where
    released_size >= $least
    and not was_provisional
    and abs(value - released) > $moved * abs(released)
union all
select
    indicator,
    period_kind,
    period,
    area,
    period_before as before,
    value as now
from figure
where
    is_new
    and size_before >= $least
    and (
        (value > $jumped * period_before and value > $jumped * year_before)
        or (value * $jumped < period_before and value * $jumped < year_before)
    )
order by all
