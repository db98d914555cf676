-- One row per window, crowd, base area and length: how many spells. What comes after $at_days is of no matter.
with placed as (
    select
        spell.window_months,
        spell.month,
        spell.base_id,
        spell.own,
        spell.profile_id,
        case when $at_days = 0 then spell.days else least(spell.days, $at_days + 1) end as days,
        spell.has_ended and ($at_days = 0 or spell.days <= $at_days) as has_ended
    from placed_spell as spell
)

select
    placed.window_months,
    figure_window.window_no as "window",
    placed.base_id - 1 as base,
    crowd.crowd,
    placed.days,
    cast(placed.has_ended as integer) as has_ended,
    count(*) as spells
from placed
inner join figure_window
    on
        placed.window_months = figure_window.window_months
        and placed.month = figure_window.month
inner join crowd
    on
        placed.own = crowd.own
        and placed.profile_id = crowd.kept_id
group by all
