-- One row per spell and own category: whose it is, and how long. What comes after $longest days is of no matter, unless
-- that is 0.
select
    crowd.crowd,
    spell.base_id - 1 as base,
    spell.month,
    case when $longest = 0 then spell.days else least(spell.days, $longest) end as days,
    spell.has_ended
from stated_spell as spell
inner join crowd
    on
        spell.own = crowd.own
        and spell.profile_id = crowd.kept_id
