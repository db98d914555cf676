-- One row per known exit from a scheme whose person has a record of work, of any hours, in the month of the exit or one
-- of the $follow_up_months after it. Months are year * 12 + month - 1; a month is covered if all its days are.
with covered as (
    select
        year(coverage.known_from - 1) * 12 + month(coverage.known_from - 1) as first_month,
        year(coverage.known_until) * 12 + month(coverage.known_until) - 2 as last_month
    from core.coverage as coverage
    where coverage.source = 'work_months'
),

ended as (
    select
        spell.person_id,
        spell.scheme,
        spell.end_on - 1 as last_day,
        year(spell.end_on - 1) * 12 + month(spell.end_on - 1) - 1 as exit_month
    from core.benefit_spell as spell
    where spell.exit_known
)

select
    ended.person_id,
    ended.scheme as category,
    ended.last_day as happened_on,
    1 as amount
from ended
inner join covered on ended.exit_month + $follow_up_months between covered.first_month and covered.last_month
semi join core.work_month as work
    on
        ended.person_id = work.person_id
        and ended.exit_month <= work.month
        and ended.exit_month + $follow_up_months >= work.month
