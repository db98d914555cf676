-- One row per row of the core's table of that name, of persons who have changed since the cells were computed: as it
-- was then.
create table earlier.registration as
select * from core.registration
with no data;
