-- One row per period and area whose series starts anew in it: it took in a part of an area that was split, or another
-- area than those that it was made of. Of delivered figures ($counted is false) their owner tells that.
create or replace temp table anew as
with whole as (
    select succession.code
    from core.succession as succession
    group by succession.code
    having count(*) = 1
),

step as (
    select
        succession.successor_code as area,
        succession.from_date
    from core.succession as succession
    inner join core.area as area on succession.successor_code = area.code
    left join whole on succession.code = whole.code
    where $counted
    group by
        succession.successor_code,
        succession.from_date
    having
        bool_or(whole.code is null)
        or bool_or(coalesce(area.valid_from <> succession.from_date, true))
)

select distinct
    calendar.period_kind,
    calendar.period,
    cast(step.area as area_word) as area
from step
inner join calendar
    on
        step.from_date >= calendar.first_day
        and step.from_date <= calendar.last_day
