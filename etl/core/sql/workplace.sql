-- One row per employer and area that anything is told of it in; an area that is not known is not stated.
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
    cast(md5(concat(told.person_id, told.area)) as uuid) as workplace_id,
    told.area as told_area,
    coalesce(place.code, $not_stated_area) as area
from told
left join core.area as place
    on
        told.area = place.code
        and list_contains($levels, place.level)
