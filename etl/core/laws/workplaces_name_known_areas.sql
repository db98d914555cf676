-- One row per workplace in an area that is not known.
select workplace.area
from core.workplace as workplace
anti join core.area as area on workplace.area = area.code
