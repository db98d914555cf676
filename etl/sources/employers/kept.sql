-- What was said before of the employers whom the delivery names gives way to what it says.
delete from warehouse.raw.employers
where employers.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.employers by name
select
    accepted.person_id,
    accepted.area,
    accepted.industry,
    accepted.employees,
    accepted.active_from,
    accepted.active_to,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
