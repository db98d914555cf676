-- One row per delivery, in the order of loading. Where the rows are records of persons their numbers are rounded up to
-- tens, since a handful of them left out would tell of somebody; `adds_up` is told of the numbers before that.
create table portal.delivery as
with left_out as (
    select
        quarantine.delivery,
        count(*) as left_out_rows
    from raw.quarantine as quarantine
    group by quarantine.delivery
),

judged as (
    select
        delivery.*,
        if(delivery.source in (select figures.source from core.measure_source as figures), 1, 10) as rounded_to,
        delivery.rows_quarantined = coalesce(left_out.left_out_rows, 0)
        and delivery.rows_quarantined = delivery.rows_delivered - delivery.rows_loaded as adds_up
    from raw.delivery as delivery
    left join left_out on delivery.delivery = left_out.delivery
)

select
    delivery,
    place,
    source,
    kind,
    as_of,
    first_period,
    last_period,
    (rows_delivered + rounded_to - 1) // rounded_to * rounded_to as rows_delivered,
    (rows_loaded + rounded_to - 1) // rounded_to * rounded_to as rows_loaded,
    (rows_quarantined + rounded_to - 1) // rounded_to * rounded_to as rows_quarantined,
    rounded_to,
    adds_up
from judged
order by place
