-- One row per case that the home knows and the delivery speaks of.
insert into stage.known_case by name
select
    cases.case_id,
    cases.person_id,
    cases.opened_on
from warehouse.raw.cases as cases
semi join stage.delivered as delivered
    on cases.case_id = delivered.case_id
