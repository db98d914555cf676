-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.applications
where applications.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.applications by name
select
    accepted.person_id,
    accepted.scheme,
    accepted.applied_on,
    accepted.complete_on,
    accepted.decided_on,
    accepted.outcome,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
