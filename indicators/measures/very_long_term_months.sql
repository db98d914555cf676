-- One row per person and month with a day on benefit, all days of it, if $least_percent per cent or more of the days of
-- the $months months that end with it are days on benefit, each counted once. Months are year * 12 + month - 1.
with known as (
    select year(coverage.known_until) * 12 + month(coverage.known_until) - 1 as last_month
    from core.coverage as coverage
    where coverage.source = 'benefit_spells'
),

-- Whoever has fewer days in all cannot have as many in a part of the time: no month has fewer than 28.
long as (
    select piece.person_id
    from core.benefit_piece as piece
    cross join core.coverage as coverage
    where
        coverage.source = 'benefit_spells'
        and piece.first_choice
    group by piece.person_id
    having
        sum(coalesce(piece.end_on, coverage.known_until + 31) - piece.start_on) * 100
        >= $least_percent * $months * 28
),

stretch as (
    select
        piece.person_id,
        piece.start_on,
        coalesce(piece.end_on, date '9999-12-31') as end_on,
        unnest(range(
            year(piece.start_on) * 12 + month(piece.start_on) - 1,
            least(coalesce(year(piece.end_on - 1) * 12 + month(piece.end_on - 1) - 1, 99999), known.last_month) + 1
        )) as month
    from core.benefit_piece as piece
    semi join long on piece.person_id = long.person_id
    cross join known
    where piece.first_choice
),

bounded as (
    select
        stretch.person_id,
        stretch.month,
        stretch.start_on,
        stretch.end_on,
        make_date(stretch.month // 12, stretch.month % 12 + 1, 1) as first_day,
        make_date((stretch.month + 1) // 12, (stretch.month + 1) % 12 + 1, 1) as next_day
    from stretch
),

monthly as (
    select
        bounded.person_id,
        bounded.month,
        sum(least(bounded.end_on, bounded.next_day) - greatest(bounded.start_on, bounded.first_day)) as days
    from bounded
    group by
        bounded.person_id,
        bounded.month
),

-- Every month from the first on benefit to the last, so that one lies as many rows back as months.
every_month as (
    select
        monthly.person_id,
        unnest(range(min(monthly.month), max(monthly.month) + 1)) as month
    from monthly
    group by monthly.person_id
),

added as (
    select
        every_month.person_id,
        every_month.month,
        monthly.days,
        sum(monthly.days) over (
            partition by every_month.person_id order by every_month.month
        ) as days_so_far
    from every_month
    left join monthly
        on
            every_month.person_id = monthly.person_id
            and every_month.month = monthly.month
),

together as (
    select
        added.person_id,
        added.days,
        make_date(added.month // 12, added.month % 12 + 1, 1) as first_day,
        make_date((added.month + 1) // 12, (added.month + 1) % 12 + 1, 1) as next_day,
        added.days_so_far - lag(added.days_so_far, $months, 0) over (
            partition by added.person_id order by added.month
        ) as days_in_all
    from added
)

select
    together.person_id,
    cast(null as varchar) as category,
    together.first_day as start_on,
    together.next_day as end_on,
    100 as degree
from together
where
    together.days > 0
    and together.days_in_all * 100
    >= $least_percent * (together.next_day - cast(together.next_day - to_months(cast($months as integer)) as date))
