-- One row per delivered row with a person and nothing else: nothing is known of this person any more.
select
    delivered.file,
    delivered.line
from stage.delivered as delivered
where
    as_person(delivered.person_id) is not null
    and columns(delivered.* exclude (delivered.delivery, delivered.file, delivered.line, delivered.person_id)) is null
