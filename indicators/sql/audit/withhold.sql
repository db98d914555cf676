-- One row per cell of a period under audit that is withheld from now on, its number being among those given.
insert into mart.withheld
select
    $measure as measure,
    audited_cell.breakdown,
    audited_cell.category,
    audited_cell.period_kind,
    audited_cell.period,
    audited_cell.area
from audited_cell
where
    audited_cell.period_kind = $period_kind
    and audited_cell.period = $period
    and list_contains($cells, audited_cell.cell)
