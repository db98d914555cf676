-- One row per person and month with paid work: the hours of several jobs are added.
insert into core.work_month by name
select
    delivered.person_id,
    delivered.month,
    sum(delivered.hours) as hours
from raw.work_months as delivered
group by delivered.person_id, delivered.month
