-- One row more per picked row: it ends before it starts.
insert into benefit_spells
select * replace (start_day - 3 as end_day) from benefit_spells
where rowid in (select unnest($picked))
