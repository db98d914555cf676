-- One row per window, area and part: the persons behind its spells, each once, and the sum of their keys.
-- Nearly everybody is in one state in all their spells of a window, and can be added up. Of the others it is found out
-- cell by cell who is there.
create or replace temp table persons_behind as
with person as (
    select
        spell.window_months,
        spell.month,
        spell.own,
        spell.person_no,
        any_value(spell.person_key) as person_key,
        any_value(spell.base_id) as base_id,
        any_value(spell.profile_id) as profile_id,
        min(spell.base_id) = max(spell.base_id) and min(spell.profile_id) = max(spell.profile_id) as in_one_state
    from placed_spell as spell
    group by
        spell.window_months,
        spell.month,
        spell.own,
        spell.person_no
),

together as (
    select
        person.window_months,
        person.month,
        person.base_id,
        person.own,
        person.profile_id,
        count(*) as persons,
        sum(person.person_key) as person_key
    from person
    where person.in_one_state
    group by
        person.window_months,
        person.month,
        person.base_id,
        person.own,
        person.profile_id
),

added as (
    select
        together.window_months,
        together.month,
        part.part_id,
        member.place_id,
        sum(together.persons) as persons,
        sum(together.person_key) as person_key
    from together
    inner join kept_part as part
        on
            together.own = part.own
            and together.profile_id = part.profile_id
    inner join area_member as member
        on
            together.base_id = member.base_id
            and together.month >= member.from_month
            and together.month <= member.to_month
    group by
        together.window_months,
        together.month,
        part.part_id,
        member.place_id
),

found as (
    select distinct
        spell.window_months,
        spell.month,
        part.part_id,
        member.place_id,
        spell.person_no,
        spell.person_key
    from placed_spell as spell
    inner join person
        on
            spell.window_months = person.window_months
            and spell.month = person.month
            and spell.own = person.own
            and spell.person_no = person.person_no
    inner join kept_part as part
        on
            spell.own = part.own
            and spell.profile_id = part.profile_id
    inner join area_member as member
        on
            spell.base_id = member.base_id
            and spell.month >= member.from_month
            and spell.month <= member.to_month
    where not person.in_one_state
),

behind as (
    select * from added
    union all by name
    select
        found.window_months,
        found.month,
        found.part_id,
        found.place_id,
        count(*) as persons,
        sum(found.person_key) as person_key
    from found
    group by
        found.window_months,
        found.month,
        found.part_id,
        found.place_id
)

select
    behind.window_months,
    behind.month,
    behind.part_id,
    behind.place_id,
    sum(behind.persons) as persons,
    sum(behind.person_key) as person_key
from behind
group by
    behind.window_months,
    behind.month,
    behind.part_id,
    behind.place_id
