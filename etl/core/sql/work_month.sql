-- One row per person and month with paid work: hours and earnings of several jobs are added.
-- Earnings that no job tells of are not known.
insert into core.work_month by name
select
    delivered.person_id,
    delivered.month,
    sum(delivered.hours) as hours,
    sum(delivered.earnings) as earnings
from raw.work_months as delivered
group by delivered.person_id, delivered.month
