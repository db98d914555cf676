-- One row per spell that begins within the gap rule of an earlier one of the same person and scheme, or holds no day.
with ordered as (
    select
        spell.start_on,
        scheme.gap_days,
        coalesce(spell.end_on, date 'infinity') as end_on,
        max(coalesce(spell.end_on, date 'infinity')) over (
            partition by spell.person_id, spell.scheme
            order by spell.start_on, spell.end_on
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from core.benefit_spell as spell
    inner join core.scheme as scheme on spell.scheme = scheme.scheme
)

select ordered.start_on
from ordered
where ordered.start_on <= ordered.covered_to + ordered.gap_days or ordered.end_on <= ordered.start_on
