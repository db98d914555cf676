-- One row per breakdown and kind of period that it is published for.
create or replace temp table breakdown_kind as
select
    cast(unnest($breakdowns) as breakdown_word) as breakdown,
    cast(unnest($period_kinds) as period_kind_word) as period_kind
