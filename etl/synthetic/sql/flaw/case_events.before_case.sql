-- One row more per picked row: a conference long before the case was opened.
insert into case_events
select events.* replace (3 as kind, cases.start_day - 400 as held_day, 100000 as due_day)
from case_events as events
inner join cases on events.case_number = cases.case_number
where events.rowid in (select unnest($picked))
