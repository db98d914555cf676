-- One row per indicator with its definition.
create table portal.indicator as
select
    indicator,
    place,
    definition
from mart.indicator
order by place
