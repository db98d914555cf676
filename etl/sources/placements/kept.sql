-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.placements
where placements.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.placements by name
select
    accepted.person_id,
    accepted.placed_on,
    accepted.sector,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
