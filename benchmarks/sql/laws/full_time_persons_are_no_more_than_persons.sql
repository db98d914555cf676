-- One row: the full-time persons on one scheme a day, in months everywhere and in longer periods in the country, and
-- how many are more than the persons on benefit.
select
    count(*) as checked,
    count(*) filter (where coalesce(full_time.value > persons.value, true)) as broken
from mart.counted as full_time
inner join area_role on full_time.area = area_role.area
left join mart.counted as persons
    on
        full_time.breakdown = persons.breakdown
        and full_time.category = persons.category
        and full_time.period_kind = persons.period_kind
        and full_time.period = persons.period
        and full_time.area = persons.area
        and persons.figure = 'benefit_days persons'
where
    full_time.figure = 'benefit_days_resolved amount'
    and (
        full_time.period_kind = 'month'
        or (area_role.role = 'country' and full_time.breakdown in ('all', 'scheme'))
    )
