-- One row per row of the core's table of that name, of persons who have changed since the cells were computed: as it
-- was then.
create table earlier.case_event as
select * from core.case_event
with no data;
