-- One row per category of a breakdown: whom it takes; what is null there is of no matter.
create or replace temp table category_part as
select
    cast(unnest($part_ids) as integer) as part_id,
    cast(unnest($breakdowns) as breakdown_word) as breakdown,
    cast(unnest($categories) as category_word) as category,
    cast(unnest($owns) as smallint) as own,
    unnest($sexes) as sex,
    unnest($age_bands) as age_band,
    unnest($origins) as origin
