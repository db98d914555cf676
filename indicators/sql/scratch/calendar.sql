-- One row per period of each kind that has figures, from the first to the last, without gaps.
create or replace temp table calendar as
select
    cast(unnest($period_kinds) as period_kind_word) as period_kind,
    cast(unnest($periods) as period_word) as period,
    unnest($first_days) as first_day,
    unnest($last_days) as last_day,
    unnest($months) as months
