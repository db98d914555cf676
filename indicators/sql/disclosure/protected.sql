-- One row per cell of the figure under way: rounded, or withdrawn.
insert into measure_figure
select
    $figure as measure,
    part.breakdown,
    part.category,
    calendar.period_kind,
    calendar.period,
    rounded.area,
    case when withheld.area is null then rounded.value end as value,
    case when withheld.area is null then 'value' else 'withdrawn' end as status,
    false as summed,
    false as predecessors,
    true as rounded,
    rounded.month >= $provisional_from as provisional,
    false as wide
from rounded_cell as rounded
inner join category_part as part on rounded.part_id = part.part_id
inner join calendar
    on
        rounded.window_months = calendar.months
        and rounded.month = year(calendar.last_day) * 12 + month(calendar.last_day) - 1
left join withheld_cell as withheld
    on
        rounded.window_months = withheld.window_months
        and rounded.month = withheld.month
        and rounded.part_id = withheld.part_id
        and rounded.area = withheld.area
