-- One row: how the country protects what is counted of persons.
create or replace temp table protection as
select
    cast(country.profile ->> '$.persons.protection.base' as integer) as base,
    cast(country.profile ->> '$.persons.protection.ratio_from' as integer) as ratio_from,
    cast(country.profile ->> '$.persons.protection.least_persons' as integer) as least_persons,
    cast(country.profile ->> '$.persons.protection.least_workplaces' as integer) as least_workplaces,
    cast(country.profile ->> '$.persons.protection.money.step' as integer) as money_step
from core.country as country
