-- One row more per picked row: after the last day delivered, a year on.
insert into placements
select * replace ($last_day + 365 as day) from placements
where rowid in (select unnest($picked))
