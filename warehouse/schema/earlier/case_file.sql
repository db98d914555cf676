-- One row per row of the core's table of that name, of persons who have changed since the cells were computed: as it
-- was then.
create table earlier.case_file as
select * from core.case_file
with no data;
