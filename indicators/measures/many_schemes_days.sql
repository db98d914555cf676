-- One row per person, scheme and stretch of days on it in a month, if the person has been on $schemes schemes or more
-- in the $months months that end with that month. Months are year * 12 + month - 1.
with changing as (
    select piece.person_id
    from core.benefit_piece as piece
    group by piece.person_id
    having count(distinct piece.scheme) >= $schemes
),

-- What is open goes on to the last month that anything is known of.
known as (
    select max(year(coverage.known_until) * 12 + month(coverage.known_until) - 1) as last_month
    from core.coverage as coverage
),

stretch as (
    select
        piece.person_id,
        piece.scheme,
        piece.start_on,
        coalesce(piece.end_on, date '9999-12-31') as end_on,
        piece.degree,
        unnest(range(
            year(piece.start_on) * 12 + month(piece.start_on) - 1,
            least(coalesce(year(piece.end_on - 1) * 12 + month(piece.end_on - 1) - 1, 99999), known.last_month) + 1
        )) as month
    from core.benefit_piece as piece
    semi join changing on piece.person_id = changing.person_id
    cross join known
),

held as (
    select distinct
        stretch.person_id,
        stretch.scheme,
        stretch.month
    from stretch
),

many as (
    select
        held.person_id,
        held.month
    from held
    inner join held as earlier
        on
            held.person_id = earlier.person_id
            and held.month >= earlier.month
            and held.month < earlier.month + $months
    group by
        held.person_id,
        held.month
    having count(distinct earlier.scheme) >= $schemes
)

select
    stretch.person_id,
    stretch.scheme as category,
    greatest(stretch.start_on, make_date(stretch.month // 12, stretch.month % 12 + 1, 1)) as start_on,
    least(stretch.end_on, make_date((stretch.month + 1) // 12, (stretch.month + 1) % 12 + 1, 1)) as end_on,
    stretch.degree
from stretch
semi join many
    on
        stretch.person_id = many.person_id
        and stretch.month = many.month
