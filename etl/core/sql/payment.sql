-- One row per payment of a benefit, as delivered.
insert into core.payment by name
select
    delivered.person_id,
    delivered.scheme,
    delivered.month,
    delivered.amount,
    delivered.paid_on,
    delivered.due_on
from raw.payments as delivered
