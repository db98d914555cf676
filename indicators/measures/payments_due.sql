-- One row per payment of a benefit and the day on which it was due.
select
    payment.person_id,
    payment.scheme as category,
    payment.due_on as start_on,
    payment.due_on + 1 as end_on,
    100 as degree
from core.payment as payment
where payment.due_on is not null
