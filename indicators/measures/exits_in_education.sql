-- One row per known exit from a scheme whose person is in ordinary education in the month $follow_up_months later.
-- Months are year * 12 + month - 1.
with ended as (
    select
        spell.person_id,
        spell.scheme,
        spell.end_on - 1 as last_day,
        year(spell.end_on - 1) * 12
        + month(spell.end_on - 1) - 1 + $follow_up_months as follow_up_month
    from core.benefit_spell as spell
    where spell.exit_known
)

select
    ended.person_id,
    ended.scheme as category,
    ended.last_day as happened_on,
    1 as amount
from ended
semi join core.education_month as education
    on
        ended.person_id = education.person_id
        and ended.follow_up_month = education.month
