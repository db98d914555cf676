-- One row more per picked row: the same case again, opened a day later.
insert into cases
select * replace (start_day + 1 as start_day) from cases
where rowid in (select unnest($picked))
