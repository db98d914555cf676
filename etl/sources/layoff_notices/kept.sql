-- What was said before of the employers whom the delivery names gives way to what it says.
delete from warehouse.raw.layoff_notices
where layoff_notices.person_id in (select named.person_id from stage.named as named);

insert into warehouse.raw.layoff_notices by name
select
    accepted.notice_id,
    accepted.person_id,
    accepted.area,
    accepted.notified_on,
    accepted.persons,
    delivery.delivery
from stage.accepted as accepted
cross join stage.delivery as delivery;
