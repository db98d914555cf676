-- One row per total of the delivery.
insert into warehouse.core.official_total by name
select
    delivery.source,
    delivery.delivery,
    accepted.indicator,
    accepted.breakdown,
    accepted.category,
    accepted.period_kind,
    accepted.period,
    accepted.area,
    accepted.total,
    accepted.within
from stage.accepted as accepted
cross join stage.delivery as delivery
