-- One row per spell on a scheme that is known to begin, whose person has paid work in the month $follow_up_months after
-- that of the first day: the first day. Months are year * 12 + month - 1.
with begun as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        year(spell.start_on) * 12
        + month(spell.start_on) - 1 + $follow_up_months as follow_up_month
    from core.benefit_spell as spell
    where spell.entry_known
)

select
    begun.person_id,
    begun.scheme as category,
    begun.start_on as happened_on,
    1 as amount
from begun
semi join core.work_month as work
    on
        begun.person_id = work.person_id
        and begun.follow_up_month = work.month
        and work.hours > 0
