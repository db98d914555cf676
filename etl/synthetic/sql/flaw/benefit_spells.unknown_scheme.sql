-- One row more per picked row: of a scheme that nobody knows.
insert into benefit_spells
select * replace (-2 as scheme) from benefit_spells
where rowid in (select unnest($picked))
