-- One row per file in which too many rows bear no pseudonym: it refuses the delivery.
with nameless as (
    select
        faulty.file,
        min(faulty.line) as line,
        count(*) as nameless_rows
    from stage.faulty as faulty
    where faulty.person_id is null
    group by faulty.file
),

delivered as (
    select
        delivered.file,
        count(*) as delivered_rows
    from stage.delivered as delivered
    group by delivered.file
)

select
    nameless.file,
    'this column does not hold pseudonyms; write them with openindsats pseudonymise' as rule,
    nameless.line,
    getvariable('contract').person[1] as column_name,
    '' as detail
from nameless
inner join delivered on nameless.file = delivered.file
where nameless.nameless_rows > getvariable('contract').quarantined_at_most * delivered.delivered_rows
order by nameless.file
