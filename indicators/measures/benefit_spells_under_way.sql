-- One row per spell on a scheme and quarter whose last day is a day on it: from the spell's first day to that last day.
-- Quarters are year * 4 + quarter - 1.
with known as (
    select year(coverage.known_until) * 4 + quarter(coverage.known_until) - 1 as next_quarter
    from core.coverage as coverage
    where coverage.source = 'benefit_spells'
),

under_way as (
    select
        piece.person_id,
        piece.scheme,
        piece.start_on,
        unnest(range(
            year(piece.start_on) * 4 + quarter(piece.start_on) - 1,
            least(coalesce(year(piece.end_on) * 4 + quarter(piece.end_on) - 1, 99999), known.next_quarter)
        )) as quarter
    from core.benefit_piece as piece
    cross join known
)

select
    under_way.person_id,
    under_way.scheme as category,
    spell.start_on,
    make_date((under_way.quarter + 1) // 4, (under_way.quarter + 1) % 4 * 3 + 1, 1) as end_on,
    100 as degree,
    true as exit_known
from under_way
inner join core.benefit_spell as spell
    on
        under_way.person_id = spell.person_id
        and under_way.scheme = spell.scheme
        and under_way.start_on >= spell.start_on
        and under_way.start_on < coalesce(spell.end_on, date '9999-12-31')
