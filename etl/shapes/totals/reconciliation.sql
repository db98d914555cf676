-- One row: how the delivered rows divide into accepted ones and ones in quarantine; none may be lost.
with counted as (
    select
        (select count(*) from stage.delivered) as delivered,
        (select count(*) from stage.accepted) as accepted,
        (select count(*) from stage.quarantined) as quarantined
)

select
    counted.delivered,
    counted.accepted,
    counted.quarantined,
    counted.quarantined / greatest(counted.delivered, 1) as quarantined_share,
    counted.delivered - counted.accepted - counted.quarantined as lost
from counted
