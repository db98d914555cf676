-- One row per known exit from a scheme whose person begins on the same scheme anew by the end of the month
-- $follow_up_months later. Months are year * 12 + month - 1.
with ended as (
    select
        spell.person_id,
        spell.scheme,
        spell.end_on - 1 as last_day,
        year(spell.end_on - 1) * 12
        + month(spell.end_on - 1) - 1 + $follow_up_months as last_month
    from core.benefit_spell as spell
    where spell.exit_known
)

select
    ended.person_id,
    ended.scheme as category,
    ended.last_day as happened_on,
    1 as amount
from ended
semi join core.benefit_spell as later
    on
        ended.person_id = later.person_id
        and ended.scheme = later.scheme
        and ended.last_day < later.start_on
        and ended.last_month >= year(later.start_on) * 12 + month(later.start_on) - 1
