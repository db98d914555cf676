-- One row per known exit from a scheme whose person has at least $least_hours paid hours in each of the
-- $follow_up_months months after that of the last day. Months are year * 12 + month - 1.
with ended as (
    select
        spell.person_id,
        spell.scheme,
        spell.end_on - 1 as last_day,
        year(spell.end_on - 1) * 12 + month(spell.end_on - 1) - 1 as month
    from core.benefit_spell as spell
    where spell.exit_known
)

select
    ended.person_id,
    ended.scheme as category,
    ended.last_day as happened_on,
    1 as amount
from ended
inner join core.work_month as work
    on
        ended.person_id = work.person_id
        and work.month between ended.month + 1 and ended.month + $follow_up_months
where work.hours >= $least_hours
group by
    ended.person_id,
    ended.scheme,
    ended.last_day
having count(*) = $follow_up_months
