-- One row: the days that the delivery covers.
insert into warehouse.raw.cover by name
select
    delivery.delivery,
    delivery.source,
    delivery.covers_from,
    delivery.covers_to
from stage.delivery as delivery
