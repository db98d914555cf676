-- One row per spell on a scheme that is known to begin, as far as it is followed: to a known exit, else to the last day
-- whose exit could be known, which is as long before the end of the data as a break may be.
with followed as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        spell.exit_known,
        case when spell.exit_known then spell.end_on else coverage.known_until - scheme.gap_days end as end_on
    from core.benefit_spell as spell
    inner join core.scheme as scheme on spell.scheme = scheme.scheme
    inner join core.coverage as coverage on coverage.source = 'benefit_spells'
    where spell.entry_known
)

select
    followed.person_id,
    followed.scheme as category,
    followed.start_on,
    followed.end_on,
    100 as degree,
    followed.exit_known
from followed
where followed.start_on < followed.end_on
