-- One row per case, as delivered.
insert into core.case_file by name
select
    delivered.case_id,
    delivered.person_id,
    delivered.opened_on,
    delivered.closed_on
from raw.cases as delivered
where delivered.opened_on < coalesce(delivered.closed_on, date 'infinity')
