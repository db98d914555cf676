-- One row less per figure of a measure and period that the delivery speaks of.
delete from warehouse.core.figure
using stage.covered as covered
where
    figure.measure = covered.measure
    and figure.period_kind = covered.period_kind
    and figure.period = covered.period
