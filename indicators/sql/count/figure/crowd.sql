-- One row per own category and kept profile: a crowd, people who count in the same parts.
create or replace temp table crowd as
select
    kept_profile.own,
    kept_profile.kept_id,
    cast(row_number() over (order by kept_profile.own, kept_profile.kept_id) - 1 as integer) as crowd
from (select distinct known.own, known.kept_id from kept_profile as known) as kept_profile
