-- One row per delivered row that breaks a rule by itself.
select
    tidy.file,
    tidy.line,
    tidy.person_id,
    tidy.fault
from stage.tidy as tidy
where tidy.fault is not null
