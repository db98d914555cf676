-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.benefit_spells
where benefit_spells.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.benefit_spells by name
select
    accepted.person_id,
    accepted.scheme,
    accepted.start_on,
    accepted.end_on,
    accepted.degree,
    accepted.recorded_on,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
