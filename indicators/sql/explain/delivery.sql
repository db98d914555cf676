-- One row per delivery that is loaded.
select delivery.delivery
from raw.delivery as delivery
