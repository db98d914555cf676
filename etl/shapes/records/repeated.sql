-- One row per row that is right by itself but has the key of another row; of equal rows the first is not among them.
with hashed as (
    select
        tidy.file,
        tidy.line,
        hash(*columns(getvariable('contract').key)) as key_hash
    from stage.tidy as tidy
    anti join stage.faulty as faulty
        on tidy.file = faulty.file and tidy.line = faulty.line
),

crowded as (
    select hashed.key_hash
    from hashed
    group by hashed.key_hash
    having count(*) > 1
),

-- Hashes find the few rows that are worth comparing.
suspect as (
    select
        hashed.file,
        hashed.line
    from hashed
    semi join crowded on hashed.key_hash = crowded.key_hash
),

compared as (
    select
        tidy.file,
        tidy.line,
        row(*columns(getvariable('contract').key)) as same_key,
        row(*columns(* exclude (file, line, fault))) as content
    from stage.tidy as tidy
    where row(tidy.file, tidy.line) in (select row(suspect.file, suspect.line) from suspect)
),

counted as (
    select
        compared.file,
        compared.line,
        count(distinct compared.content) over (partition by compared.same_key) as versions,
        row_number() over (partition by compared.same_key order by compared.file, compared.line) as place
    from compared
)

select
    counted.file,
    counted.line,
    counted.versions
from counted
where counted.versions > 1 or counted.place > 1
