-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.person_states
where person_states.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.person_states by name
select
    accepted.person_id,
    accepted.valid_from,
    accepted.valid_to,
    accepted.area,
    accepted.birth_year,
    accepted.sex,
    accepted.origin,
    accepted.education,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
