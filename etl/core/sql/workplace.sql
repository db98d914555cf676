-- One row per employer and area that anything is told of it in; where none is told, or none that is known, is one and
-- the same area, which is not stated.
insert into core.workplace by name
with told as (
    select
        employers.person_id,
        employers.area
    from raw.employers as employers
    union
    select
        vacancies.person_id,
        vacancies.area
    from raw.vacancies as vacancies
    union
    select
        notices.person_id,
        notices.area
    from raw.layoff_notices as notices
)

select
    told.person_id,
    cast(md5(concat(told.person_id, place.code)) as uuid) as workplace_id,
    list(coalesce(told.area, '') order by told.area) as told_areas,
    coalesce(place.code, $not_stated_area) as area
from told
left join core.area as place
    on
        told.area = place.code
        and list_contains($levels, place.level)
        and place.code != $not_stated_area
group by
    told.person_id,
    place.code
