-- One row per area that is told of before its time, with the months in which it is.
create or replace temp table area_before as
select
    cast(unnest($areas) as area_word) as area,
    cast(unnest($first_months) as integer) as first_month,
    cast(unnest($last_months) as integer) as last_month
