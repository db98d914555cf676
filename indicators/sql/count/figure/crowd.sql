-- One row per own category and kept profile: a crowd, people who count in the same parts.
create or replace temp table crowd as
with kept as (
    select distinct
        kept_profile.own,
        kept_profile.kept_id
    from kept_profile
)

select
    kept.own,
    kept.kept_id,
    cast(row_number() over (order by kept.own, kept.kept_id) - 1 as integer) as crowd
from kept
