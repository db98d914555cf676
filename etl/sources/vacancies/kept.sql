-- What was said before of the employers whom the delivery names gives way to what it says.
delete from warehouse.raw.vacancies
where vacancies.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.vacancies by name
select
    accepted.vacancy_id,
    accepted.person_id,
    accepted.area,
    accepted.industry,
    accepted.positions,
    accepted.opened_on,
    accepted.closed_on,
    accepted.filled_on,
    accepted.filled_positions,
    accepted.referred_positions,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
