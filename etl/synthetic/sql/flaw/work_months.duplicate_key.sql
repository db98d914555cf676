-- One row more per picked row: the same person and month, other hours.
insert into work_months
select * replace (hours + 7 as hours) from work_months
where rowid in (select unnest($picked))
