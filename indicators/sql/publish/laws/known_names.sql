-- One row: the number of cells of an area or an indicator that the release does not describe.
select count(*) as broken
from portal.cell as cell
where
    cell.area not in (select area.code from portal.area as area)
    or cell.indicator not in (select indicator.indicator from portal.indicator as indicator)
