-- One row per row of the core's table of that name, of persons who have changed since the cells were computed: as it
-- was then.
create table earlier.benefit_piece as
select * from core.benefit_piece
with no data;
