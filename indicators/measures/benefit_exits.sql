-- One row per spell on a scheme that is known to have ended: the last day.
select
    spell.person_id,
    spell.scheme as category,
    spell.end_on - 1 as happened_on,
    1 as amount
from core.benefit_spell as spell
where spell.exit_known
