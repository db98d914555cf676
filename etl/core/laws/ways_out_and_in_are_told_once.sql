-- One row per known exit or entry of a spell that is not told of once.
with told as (
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        'out' as way
    from core.benefit_spell as spell
    where spell.exit_known
    union all
    select
        leaving.person_id,
        leaving.scheme,
        leaving.start_on,
        'out' as way
    from core.benefit_exit as leaving
    union all
    select
        spell.person_id,
        spell.scheme,
        spell.start_on,
        'in' as way
    from core.benefit_spell as spell
    where spell.entry_known
    union all
    select
        entry.person_id,
        entry.scheme,
        entry.start_on,
        'in' as way
    from core.benefit_entry as entry
)

select
    told.person_id,
    told.scheme,
    told.start_on
from told
group by
    told.person_id,
    told.scheme,
    told.start_on,
    told.way
having count(*) != 2
