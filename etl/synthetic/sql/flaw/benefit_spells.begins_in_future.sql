-- One row more per picked row: it begins after the last day delivered, two years on.
insert into benefit_spells
select * replace ($last_day + 730 as start_day, 100000 as end_day) from benefit_spells
where rowid in (select unnest($picked))
