-- One row per category that a measure may have of its own, by breakdown; 0 is everything together, `all`.
create or replace temp table own_category as
select
    unnest($breakdowns) as breakdown,
    unnest($categories) as category,
    cast(unnest($numbers) as smallint) as own
