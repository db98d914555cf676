-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.activities
where activities.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.activities by name
select
    accepted.person_id,
    accepted.kind,
    accepted.start_on,
    accepted.end_on,
    accepted.planned_end_on,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
