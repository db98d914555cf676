-- One row per delivered row with a person and nothing else: nothing is known of this person any more.
select
    delivered.file,
    delivered.line
from stage.delivered as delivered
where
    as_person(columns(getvariable('contract').person)) is not null
    and columns(getvariable('contract').others) is null
