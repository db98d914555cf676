-- One row more per picked row: another case, closed before it is opened.
insert into cases
select * replace (case_number + 90000000 as case_number, start_day - 2 as end_day) from cases
where rowid in (select unnest($picked))
