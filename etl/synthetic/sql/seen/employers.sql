-- One row per stretch of days of an employer, as known on a day.
select
    client.person_id,
    area.word as area,
    industry.word as industry,
    employers.employees,
    as_day(employers.start_day) as active_from,
    day_until(employers.end_day - 1, $known) as active_to
from employers
inner join client on employers.number = client.number
inner join word as area on area.list = 'area' and employers.area = area.place
inner join word as industry on industry.list = 'industry' and employers.industry = industry.place
where employers.told <= $known
