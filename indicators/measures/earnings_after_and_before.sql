-- One row per known exit from a scheme whose person earns something in the months from $first_month_after to
-- $last_month_after after that of the last day, and in as many before the month of the first day, all of them covered:
-- what comes after in per cent of what was before. Months are year * 12 + month - 1; covered if all their days are.
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
        year(spell.start_on) * 12 + month(spell.start_on) - 1 as first_month,
        year(spell.end_on - 1) * 12 + month(spell.end_on - 1) - 1 as last_month,
        $last_month_after - $first_month_after + 1 as months
    from core.benefit_spell as spell
    where spell.exit_known
),

earned as (
    select
        ended.person_id,
        ended.scheme,
        ended.last_day,
        sum(work.earnings) filter (where work.month < ended.first_month) as before_it,
        sum(work.earnings) filter (where work.month > ended.last_month) as after_it
    from ended
    inner join covered
        on
            ended.first_month - ended.months >= covered.first_month
            and ended.last_month + $last_month_after <= covered.last_month
    inner join core.work_month as work
        on
            ended.person_id = work.person_id
            and (
                work.month between ended.first_month - ended.months and ended.first_month - 1
                or work.month between ended.last_month + $first_month_after and ended.last_month + $last_month_after
            )
    group by
        ended.person_id,
        ended.scheme,
        ended.last_day
)

select
    earned.person_id,
    earned.scheme as category,
    earned.last_day as happened_on,
    least((200 * earned.after_it + earned.before_it) // (2 * earned.before_it), 1000) as amount
from earned
where
    earned.before_it > 0
    and earned.after_it > 0
