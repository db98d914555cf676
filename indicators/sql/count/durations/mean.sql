-- One row per window, area and part: the mean length of its spells in weeks, half up.
create or replace temp table duration as
with together as (
    select
        spell.window_months,
        spell.month,
        spell.base_id,
        spell.own,
        spell.profile_id,
        count(*) as spells,
        sum(spell.days) as days
    from placed_spell as spell
    group by
        spell.window_months,
        spell.month,
        spell.base_id,
        spell.own,
        spell.profile_id
)

select
    together.window_months,
    together.month,
    part.part_id,
    member.place_id,
    (20000 * sum(together.days) + 7 * sum(together.spells)) // (14 * sum(together.spells)) * 0.0001 as duration
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
