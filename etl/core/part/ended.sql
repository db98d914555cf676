-- Adds who has a spell whose end is known by now, since the records reach further than before.
insert into changed_person
select distinct spell.person_id
from core.benefit_spell as spell
inner join core.scheme as scheme on spell.scheme = scheme.scheme
inner join core.coverage as coverage on coverage.source = 'benefit_spells'
where
    not spell.exit_known
    and spell.end_on + scheme.gap_days < coverage.known_until
    and spell.person_id not in (select changed.person_id from changed_person as changed)
