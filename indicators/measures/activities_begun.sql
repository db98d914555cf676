-- One row per activity that a person takes part in: its first day.
select
    activity.person_id,
    cast(null as varchar) as category,
    activity.start_on as happened_on,
    1 as amount
from core.activity as activity
