-- What the home knows of the persons whom this load's cases name gives way to what these say.
delete from stage.known_case
where known_case.person_id in (select named.person_id from referred.stage.named as named);

insert into stage.known_case by name
select
    accepted.case_id,
    accepted.person_id,
    accepted.opened_on
from referred.stage.accepted as accepted;
