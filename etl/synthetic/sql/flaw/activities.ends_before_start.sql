-- One row more per picked row: it ends before it starts.
insert into activities
select * replace (start_day + 1 as start_day, start_day - 9 as end_day, true as planned) from activities
where rowid in (select unnest($picked))
