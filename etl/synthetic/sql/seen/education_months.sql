-- One row per person and month in education, as known on a day.
select
    client.person_id,
    as_month(education_months.month) as month,
    level.word as level
from education_months
inner join client on education_months.number = client.number
inner join word as level on level.list = 'education_level' and education_months.level = level.place
where education_months.told <= $known
