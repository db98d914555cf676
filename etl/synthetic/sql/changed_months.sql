-- One row per row of the months of which something else is known than before.
with changed as (
    select month from (select * from seen except all select * from seen_before)
)

select seen.* from seen semi join changed on seen.month = changed.month
