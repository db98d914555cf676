-- One row per figure of the delivery.
insert into warehouse.core.figure by name
select
    delivery.source,
    delivery.delivery,
    accepted.measure,
    accepted.breakdown,
    accepted.category,
    accepted.period_kind,
    accepted.period,
    accepted.area,
    accepted.value,
    accepted.status
from stage.accepted as accepted
cross join stage.delivery as delivery
