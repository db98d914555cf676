-- One row per category that a measure may have of its own; 0 is everything together, `all`.
create or replace temp table own_category as
select
    unnest($own_codes) as category,
    cast(generate_subscripts($own_codes, 1) - 1 as smallint) as own
