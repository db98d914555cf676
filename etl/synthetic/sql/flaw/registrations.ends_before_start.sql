-- One row more per picked row: it ends before it starts.
insert into registrations
select * replace (start_day + 2 as start_day, start_day - 5 as end_day) from registrations
where rowid in (select unnest($picked))
