-- One row less per total of an indicator and period that the delivery speaks of.
delete from warehouse.core.official_total
using stage.covered as covered
where
    official_total.indicator = covered.indicator
    and official_total.period_kind = covered.period_kind
    and official_total.period = covered.period
