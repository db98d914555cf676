-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.cases
where cases.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.cases by name
select
    accepted.case_id,
    accepted.person_id,
    accepted.opened_on,
    accepted.closed_on,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
