-- One row per row of the persons of whom something else is known than before; only the person where nothing is.
with known as (
    select
        seen.person_id,
        sum(hash(seen)) as rows_of
    from seen
    group by seen.person_id
),

known_before as (
    select
        seen_before.person_id,
        sum(hash(seen_before)) as rows_of
    from seen_before
    group by seen_before.person_id
),

changed as (
    select coalesce(known.person_id, known_before.person_id) as person_id
    from known
    full join known_before on known.person_id = known_before.person_id
    where coalesce(known.rows_of, -1) <> coalesce(known_before.rows_of, -1)
)

select seen.* -- noqa: AM04, the columns are those of the source
from seen
where seen.person_id in (select changed.person_id from changed)
union all by name
select changed.person_id
from changed
where changed.person_id not in (select seen.person_id from seen)
