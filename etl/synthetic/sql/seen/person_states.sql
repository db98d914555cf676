-- One row per state of a client, as known on a day.
select
    client.person_id,
    as_day(states.start_day) as valid_from,
    if(greatest(states.end_day, states.end_told) > $known, null, as_day(states.end_day)) as valid_to,
    area.word as area,
    nullif(states.birth_year, 0) as birth_year,
    sex.word as sex,
    origin.word as origin,
    education.word as education
from person_states as states
inner join client on states.number = client.number
inner join word as area on area.list = 'area' and states.area = area.place
inner join word as sex on sex.list = 'sex' and states.sex = sex.place
inner join word as origin on origin.list = 'origin' and states.origin = origin.place
inner join word as education on education.list = 'education' and states.education = education.place
where states.told <= $known
