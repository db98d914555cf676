-- One row per row of the core's table of that name, of persons who have changed since the cells were computed: as it
-- was then.
create table earlier.placement as
select * from core.placement
with no data;
