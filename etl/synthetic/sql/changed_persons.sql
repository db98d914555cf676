-- One row per row of the persons of whom something else is known than before; only the person where nothing is.
with changed as (
    select person_id from (select * from seen except all select * from seen_before)
    union
    select person_id from (select * from seen_before except all select * from seen)
)

select seen.* from seen semi join changed on seen.person_id = changed.person_id
union all by name
select changed.person_id from changed anti join seen on changed.person_id = seen.person_id
