-- One row per cell of the mean, median or survival under way: its rounded value, or why there is none.
insert into measure_figure
with judged as (
    select
        rounded.window_months,
        rounded.month,
        rounded.part_id,
        rounded.area,
        rounded.value as persons,
        shown.value,
        case
            when rounded.withheld then 'withdrawn'
            when rounded.value < $least_persons then 'too_few'
            when shown.value is null then 'not_available'
            when shown.beyond then 'beyond'
            else 'value'
        end as status
    from judged_cell as rounded
    inner join shown_duration as shown
        on
            rounded.window_months = shown.window_months
            and rounded.month = shown.month
            and rounded.part_id = shown.part_id
            and rounded.area = shown.area
)

select
    $figure as measure,
    part.breakdown,
    part.category,
    calendar.period_kind,
    calendar.period,
    judged.area,
    case when judged.status = 'value' then judged.value end as value,
    judged.status,
    false as summed,
    area_before.area is not null as predecessors,
    true as rounded,
    judged.month >= $provisional_from as provisional,
    judged.persons < $wide_below as wide
from judged
inner join category_part as part on judged.part_id = part.part_id
inner join calendar
    on
        judged.window_months = calendar.months
        and judged.month = year(calendar.last_day) * 12 + month(calendar.last_day) - 1
left join area_before
    on
        judged.area = area_before.area
        and judged.month between area_before.first_month and area_before.last_month
