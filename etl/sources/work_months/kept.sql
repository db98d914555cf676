-- What was said before of the persons whom the delivery names gives way to what it says.
delete from warehouse.raw.work_months
where work_months.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.work_months by name
select
    accepted.person_id,
    accepted.month,
    accepted.hours,
    accepted.earnings,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
