-- One row: the delivery, in its place after all others. Without a day of its own it speaks until its last period ends.
with covered as (
    select
        max(covered.ends_on) as ends_on,
        arg_min(covered.period, covered.starts_on) as first_period,
        arg_max(covered.period, covered.ends_on) as last_period
    from stage.covered as covered
),

before as (
    select coalesce(max(known.place), 0) as place
    from warehouse.raw.delivery as known
)

insert into warehouse.raw.delivery by name
select
    delivery.delivery,
    delivery.source,
    delivery.kind,
    covered.first_period,
    covered.last_period,
    reconciliation.delivered as rows_delivered,
    reconciliation.accepted as rows_loaded,
    reconciliation.quarantined as rows_quarantined,
    before.place + 1 as place,
    coalesce(delivery.as_of, covered.ends_on) as as_of
from stage.delivery as delivery
cross join stage.reconciliation as reconciliation
cross join covered
cross join before
