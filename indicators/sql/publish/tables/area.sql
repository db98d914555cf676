-- One row per area of any level and generation.
create table portal.area as
select
    code,
    level,
    name_en,
    name_local,
    other_names,
    code_system,
    alt_code,
    valid_from,
    valid_to,
    population,
    population_on,
    lat,
    lon,
    source
from core.area
order by code
