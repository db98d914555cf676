-- One row per person and stretch of days on benefit, each day once: those of months before which the person was on
-- benefit in each of the $months - 1 months too. Months are year * 12 + month - 1.
with on_benefit as (
    select
        piece.person_id,
        year(piece.start_on) * 12 + month(piece.start_on) - 1 as first_month,
        coalesce(year(piece.end_on - 1) * 12 + month(piece.end_on - 1) - 1, 99999) as last_month
    from core.benefit_piece as piece
),

seen as (
    select
        on_benefit.*,
        max(on_benefit.last_month) over (
            partition by on_benefit.person_id
            order by on_benefit.first_month
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from on_benefit
),

-- What was covered before one run of months begins is where the one before it ends; where the last one ends is of no
-- matter, since nothing comes after it.
run as (
    select
        seen.person_id,
        seen.first_month,
        lead(seen.covered_to, 1, 99999) over (partition by seen.person_id order by seen.first_month) as last_month
    from seen
    where coalesce(seen.first_month > seen.covered_to + 1, true)
),

long_term as (
    select
        run.person_id,
        make_date((run.first_month + $months - 1) // 12, (run.first_month + $months - 1) % 12 + 1, 1) as start_on,
        make_date((run.last_month + 1) // 12, (run.last_month + 1) % 12 + 1, 1) as end_on
    from run
)

select
    piece.person_id,
    piece.scheme as category,
    greatest(piece.start_on, long_term.start_on) as start_on,
    piece.end_on,
    piece.degree
from core.benefit_piece as piece
inner join long_term
    on
        piece.person_id = long_term.person_id
        and piece.start_on < long_term.end_on
        and coalesce(piece.end_on, date '9999-12-31') > long_term.start_on
where piece.first_choice
