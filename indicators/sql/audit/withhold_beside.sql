-- One row per figure that its source does not add up, such as a rate, and that tells of the same as one that is
-- withheld: the rate of a small area gives its count away.
insert into mart.withheld
select distinct
    beside.measure,
    beside.breakdown,
    beside.category,
    beside.period_kind,
    beside.period,
    beside.area
from mart.withheld as withheld
inner join core.measure_source as counted on withheld.measure = counted.measure
inner join core.measure_source as rate
    on
        counted.source = rate.source
        and not rate.adds_over_areas
inner join core.figure as beside
    on
        rate.measure = beside.measure
        and withheld.breakdown = beside.breakdown
        and withheld.category = beside.category
        and withheld.period_kind = beside.period_kind
        and withheld.period = beside.period
        and withheld.area = beside.area
where
    beside.status = 'value'
    and beside.measure != withheld.measure
on conflict do nothing
