-- One row per spell on a scheme that is known to begin: the first day, and what came before.
select
    entry.person_id,
    entry.scheme as category,
    entry.start_on as happened_on,
    1 as amount,
    entry.came_from
from core.benefit_entry as entry
