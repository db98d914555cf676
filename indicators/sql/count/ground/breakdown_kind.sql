-- One row per breakdown and kind of period that it is published for.
create or replace temp table breakdown_kind as
select
    unnest($breakdowns) as breakdown,
    unnest($period_kinds) as period_kind
