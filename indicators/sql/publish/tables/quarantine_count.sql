-- One row per delivery and rule that rows of it broke: how many; the rows themselves stay in the building. Numbers of
-- records of persons are rounded up to tens.
create table portal.quarantine_count (
    source varchar not null,
    delivery varchar not null,
    rule varchar not null,
    rows bigint not null,
    primary key (delivery, rule)
);

insert into portal.quarantine_count
select
    delivery.source,
    quarantine.delivery,
    quarantine.rule,
    (count(*) + delivery.rounded_to - 1) // delivery.rounded_to * delivery.rounded_to as broken
from raw.quarantine as quarantine
inner join portal.delivery as delivery on quarantine.delivery = delivery.delivery
group by
    delivery.source,
    quarantine.delivery,
    quarantine.rule,
    delivery.rounded_to
order by all;
