-- One row per spell on a scheme that is known to have ended, with its whole length as delivered.
select
    spell.person_id,
    spell.scheme as category,
    spell.start_on,
    spell.end_on,
    100 as degree,
    spell.exit_known
from core.benefit_spell as spell
where spell.exit_known
