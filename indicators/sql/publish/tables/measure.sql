-- One row per measure with the very SQL that counted it.
create table portal.measure as
select
    measure,
    sql
from mart.measure
order by measure
