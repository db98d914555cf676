-- One row per case, as known on a day.
select
    format('C{:08d}', cases.case_number) as case_id,
    client.person_id,
    as_day(cases.start_day) as opened_on,
    day_until(cases.end_day - 1, $known) as closed_on
from cases
inner join client on cases.number = client.number
where cases.told <= $known
