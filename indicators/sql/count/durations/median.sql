-- One row per window, area and part: the median length of its spells in weeks, half up; midway between the middle two.
create or replace temp table duration as
select
    spell.window_months,
    spell.month,
    part.part_id,
    member.place_id,
    (20000 * cast(2 * median(spell.days) as bigint) + 14) // 28 * 0.0001 as duration
from placed_spell as spell
inner join kept_part as part
    on
        spell.own = part.own
        and spell.profile_id = part.profile_id
inner join area_member as member
    on
        spell.base_id = member.base_id
        and spell.month >= member.from_month
        and spell.month <= member.to_month
group by
    spell.window_months,
    spell.month,
    part.part_id,
    member.place_id
