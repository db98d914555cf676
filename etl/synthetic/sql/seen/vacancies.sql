-- One row per vacancy, as known on a day.
select
    'V' || vacancies.vacancy as vacancy_id,
    client.person_id,
    area.word as area,
    industry.word as industry,
    vacancies.positions,
    as_day(vacancies.start_day) as opened_on,
    day_until(vacancies.end_day, $known) as closed_on,
    if(vacancies.filled_told <= $known, as_day(vacancies.filled_day), null) as filled_on,
    if(vacancies.filled_told <= $known, vacancies.filled, null) as filled_positions,
    if(vacancies.filled_told <= $known, vacancies.referred, null) as referred_positions
from vacancies
inner join client on vacancies.number = client.number
inner join word as area on area.list = 'area' and vacancies.area = area.place
inner join word as industry on industry.list = 'industry' and vacancies.industry = industry.place
where vacancies.told <= $known
