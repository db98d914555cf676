-- One row per case, as delivered; a case that several persons are said to have is told of the delivery that came last.
insert into core.case_file by name
select
    delivered.case_id,
    delivered.person_id,
    delivered.opened_on,
    delivered.closed_on
from raw.cases as delivered
inner join raw.delivery as delivery on delivered.delivery = delivery.delivery
where delivered.opened_on < coalesce(delivered.closed_on, date 'infinity')
qualify
    row_number() over (
        partition by delivered.case_id
        order by delivery.place desc
    ) = 1
