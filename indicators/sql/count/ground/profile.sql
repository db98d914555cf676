-- One row per combination of the categories of persons.
create or replace temp table profile as
select
    cast(row_number() over (order by sexes.category, ages.category, origins.category) as smallint) as profile_id,
    sexes.category as sex,
    ages.category as age_band,
    origins.category as origin
from category_part as sexes
cross join category_part as ages
cross join category_part as origins
where
    sexes.breakdown = 'sex'
    and ages.breakdown = 'age'
    and origins.breakdown = 'origin'
