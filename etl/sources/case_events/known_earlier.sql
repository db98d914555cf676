-- One row per case that the home knows.
insert into stage.known_case by name
select
    cases.case_id,
    cases.person_id,
    cases.opened_on
from warehouse.raw.cases as cases
