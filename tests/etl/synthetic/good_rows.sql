-- What the first delivery tells without its bad rows, ready to be counted.
create view month as
select distinct
    population.month,
    cast(population.month || '-01' as date) as first_day,
    last_day(cast(population.month || '-01' as date)) as last_day
from d1.population as population;

create view spell as
select
    spells.*,
    coalesce(spells.last_day, date '2026-09-30') + 1 as end_on
from d1.benefit_spells as spells
where
    spells.scheme <> 'old_scheme'
    and coalesce(spells.last_day, date '2026-09-30') >= spells.start_on;

create view lives as
select
    states.*,
    coalesce(states.valid_to, date '2100-01-01') as until
from d1.person_states as states;

create view recipient as
select
    month.month,
    spell.person_id,
    spell.scheme,
    sum(
        date_diff('day', greatest(spell.start_on, month.first_day), least(spell.end_on, month.last_day + 1))
        * spell.degree / 100 / date_diff('day', month.first_day, month.last_day + 1)
    ) as full_time
from spell
inner join month on spell.start_on <= month.last_day and spell.end_on > month.first_day
group by all;

create view residents as
select
    population.month,
    population.persons
from d1.population as population
where population.area = 'DK' and population.sex = 'all' and population.age = 'all';

create view first_interview as
select
    event.case_id,
    event.person_id,
    event.due_on,
    event.exempt,
    coalesce(event.happened_on <= event.due_on, false) as in_time
from d1.case_events as event
where event.kind = 'contact'
qualify row_number() over (partition by event.case_id order by event.due_on) = 1;
