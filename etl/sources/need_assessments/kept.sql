-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.need_assessments
where need_assessments.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.need_assessments by name
select
    accepted.person_id,
    accepted.start_on,
    accepted.end_on,
    accepted.need,
    accepted.recorded_on,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
