-- One row per known exit from a scheme whose person earns something in the months from $first_month_after to
-- $last_month_after after that of the last day, all of them covered: the mean of a month, in whole units of currency.
-- Months are year * 12 + month - 1; a month is covered if all its days are.
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
        year(spell.end_on - 1) * 12 + month(spell.end_on - 1) - 1 as month
    from core.benefit_spell as spell
    where spell.exit_known
),

earned as (
    select
        ended.person_id,
        ended.scheme,
        ended.last_day,
        sum(work.earnings) as earnings
    from ended
    inner join covered
        on
            ended.month + $first_month_after >= covered.first_month
            and ended.month + $last_month_after <= covered.last_month
    inner join core.work_month as work
        on
            ended.person_id = work.person_id
            and work.month between ended.month + $first_month_after and ended.month + $last_month_after
    group by
        ended.person_id,
        ended.scheme,
        ended.last_day
)

select
    earned.person_id,
    earned.scheme as category,
    earned.last_day as happened_on,
    (2 * earned.earnings + $last_month_after - $first_month_after + 1)
    // (2 * ($last_month_after - $first_month_after + 1)) as amount,
    true as is_money
from earned
where earned.earnings > 0
