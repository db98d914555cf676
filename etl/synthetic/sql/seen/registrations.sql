-- One row per registration as unemployed, as known on a day.
select
    client.person_id,
    as_day(registrations.start_day) as start_on,
    day_until(registrations.end_day, $known + 1) as end_on
from registrations
inner join client on registrations.number = client.number
where registrations.told <= $known
