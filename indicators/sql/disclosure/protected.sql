-- One row per cell of the figure under way: rounded, or withdrawn.
insert into measure_figure
select
    $figure as measure,
    part.breakdown,
    part.category,
    calendar.period_kind,
    calendar.period,
    judged.area,
    case when not judged.withheld then judged.value end as value,
    case when judged.withheld then 'withdrawn' else 'value' end as status,
    false as summed,
    area_before.area is not null as predecessors,
    true as rounded,
    judged.month >= $provisional_from as provisional,
    false as wide
from judged_cell as judged
inner join category_part as part on judged.part_id = part.part_id
inner join calendar
    on
        judged.window_months = calendar.months
        and judged.month = year(calendar.last_day) * 12 + month(calendar.last_day) - 1
left join area_before
    on
        judged.area = area_before.area
        and judged.month between area_before.first_month and area_before.last_month
