-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.sanctions
where sanctions.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.sanctions by name
select
    accepted.person_id,
    accepted.scheme,
    accepted.decided_on,
    accepted.kind,
    accepted.complaint_decided_on,
    accepted.complaint_outcome,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
