-- One row per assessment of need, as known on a day.
select
    client.person_id,
    as_day(assessments.start_day) as start_on,
    day_until(assessments.end_day, $known + 1) as end_on,
    need.word as need,
    as_day(assessments.told) as recorded_on
from need_assessments as assessments
inner join client on assessments.number = client.number
inner join word as need on need.list = 'need' and assessments.need = need.place
where assessments.told <= $known
