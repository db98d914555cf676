-- One row per category of a breakdown: whom it takes; what is null there is of no matter.
create or replace temp table category_part as
select
    cast(unnest($part_ids) as integer) as part_id,
    unnest($breakdowns) as breakdown,
    unnest($categories) as category,
    cast(unnest($owns) as smallint) as own,
    unnest($sexes) as sex,
    unnest($age_bands) as age_band,
    unnest($origins) as origin
