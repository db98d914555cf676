-- One row per notice of layoffs, as known on a day.
select
    'N' || layoff_notices.notice as notice_id,
    client.person_id,
    area.word as area,
    as_day(layoff_notices.day) as notified_on,
    layoff_notices.persons
from layoff_notices
inner join client on layoff_notices.number = client.number
inner join word as area on area.list = 'area' and layoff_notices.area = area.place
where layoff_notices.told <= $known
