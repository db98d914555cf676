-- One row per file in which too many rows bear no pseudonym: it refuses the delivery.
select
    tidy.file,
    'this column does not hold pseudonyms; write them with openindsats pseudonymise' as rule,
    min(tidy.line) filter (where tidy.person_id is null) as line,
    'person_id' as column_name,
    '' as detail
from stage.tidy as tidy
group by tidy.file
having count(*) filter (where tidy.person_id is null) > getvariable('contract').quarantined_at_most * count(*)
order by tidy.file
