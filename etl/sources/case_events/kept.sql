-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.case_events
where case_events.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.case_events by name
select
    accepted.case_id,
    accepted.person_id,
    accepted.kind,
    accepted.happened_on,
    accepted.due_on,
    accepted.exempt,
    accepted.attendance,
    accepted.actor_organisation,
    accepted.actor_sector,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
