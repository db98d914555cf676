-- One row per renewed cell: where it stands in the indicator's cells, if it does, and with which status.
create or replace temp table stood as
select
    renewed.breakdown,
    renewed.category,
    renewed.period_kind,
    renewed.period,
    renewed.area,
    known.rowid as cell_row,
    known.status
from renewed
left join mart.cell as known
    on
        known.indicator = $indicator
        and renewed.breakdown = known.breakdown
        and renewed.category = known.category
        and renewed.period_kind = known.period_kind
        and renewed.period = known.period
        and renewed.area = known.area
