-- One row per end of the months that the delivery covers.
select
    strftime(delivery.covers_from, '%Y-%m') as period,
    delivery.covers_from as starts_on,
    delivery.covers_from as ends_on
from stage.delivery as delivery
union all
select
    strftime(delivery.covers_to, '%Y-%m') as period,
    delivery.covers_to as starts_on,
    delivery.covers_to as ends_on
from stage.delivery as delivery
