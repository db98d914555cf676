-- One row per person and month with work, as known on a day.
select
    client.person_id,
    as_month(work_months.month) as month,
    work_months.hours,
    if(work_months.earnings < 0, null, work_months.earnings) as earnings
from work_months
inner join client on work_months.number = client.number
where work_months.told <= $known
