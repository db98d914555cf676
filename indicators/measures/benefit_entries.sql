-- One row per spell on a scheme that is known to begin: the first day.
select
    spell.person_id,
    spell.scheme as category,
    spell.start_on as happened_on,
    1 as amount
from core.benefit_spell as spell
where spell.entry_known
