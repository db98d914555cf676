-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.payments
where payments.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.payments by name
select
    accepted.person_id,
    accepted.scheme,
    accepted.month,
    accepted.amount,
    accepted.paid_on,
    accepted.due_on,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
