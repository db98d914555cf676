-- One row more per picked row: its day is written in another way.
insert into placements
select * replace (true as misspelt) from placements
where rowid in (select unnest($picked))
