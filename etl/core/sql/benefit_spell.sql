-- One row per spell on a scheme: days of the same scheme with at most its gap days between them are one spell.
insert into core.benefit_spell by name
with held as (
    select
        piece.person_id,
        piece.scheme,
        piece.start_on,
        scheme.gap_days,
        coalesce(piece.end_on, date 'infinity') as end_on
    from core.benefit_piece as piece
    inner join core.scheme as scheme on piece.scheme = scheme.scheme
),

seen as (
    select
        held.*,
        lag(held.end_on) over person_in_time as covered_to,
        max(held.end_on) over (partition by held.person_id, held.scheme) as last_end
    from held
    window person_in_time as (partition by held.person_id, held.scheme order by held.start_on)
),

-- What was covered before one spell begins is where the one before it ends.
merged as (
    select
        seen.person_id,
        seen.scheme,
        seen.gap_days,
        seen.start_on,
        lead(seen.covered_to, 1, seen.last_end) over (
            partition by seen.person_id, seen.scheme order by seen.start_on
        ) as end_on
    from seen
    where coalesce(seen.start_on > seen.covered_to + seen.gap_days, true)
)

select
    merged.person_id,
    merged.scheme,
    merged.start_on,
    nullif(merged.end_on, date 'infinity') as end_on,
    merged.start_on - merged.gap_days > coverage.known_from as entry_known,
    merged.end_on + merged.gap_days < coverage.known_until as exit_known
from merged
inner join core.coverage as coverage on coverage.source = 'benefit_spells'
