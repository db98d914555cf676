-- One row per break in a measure's series.
create table portal.series_break as
select
    measure,
    period,
    note
from core.series_break
order by all
