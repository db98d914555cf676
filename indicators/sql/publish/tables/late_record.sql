-- One row per delivery of dated records that another one went before, in the order of loading: how many records it is
-- the first to tell of, and how many of them late, both rounded up to tens, since a handful would tell of somebody.
create table portal.late_record as
select
    delivery.source,
    delivery.delivery,
    delivery.as_of,
    (lateness.records + 9) // 10 * 10 as records,
    (lateness.late + 9) // 10 * 10 as late
from raw.lateness as lateness
inner join raw.delivery as delivery on lateness.delivery = delivery.delivery
order by delivery.place
