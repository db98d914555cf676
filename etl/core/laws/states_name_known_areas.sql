-- One row per state in an area that is not known.
select state.area
from core.person_state as state
anti join core.area as area on state.area = area.code
