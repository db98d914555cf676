-- One row per area that is a part of another in a sum of the source, on the last day of a period under audit.
-- The sums are those that the source's contract states. Where it states none and figures add over areas, every group
-- is the sum of its members. A residual area is a part only if the source tells of it.
create or replace temp table area_part as
with last_day as (
    select distinct audited_cell.last_day
    from audited_cell
),

standing as (
    select
        last_day.last_day,
        area.code,
        area.level
    from last_day
    inner join core.area as area
        on
            coalesce(area.valid_from, last_day.last_day) <= last_day.last_day
            and coalesce(area.valid_to, last_day.last_day) >= last_day.last_day
    where
        not list_contains($residual_levels, area.level)
        or area.code in (select audited_cell.area from audited_cell)
),

belonging as (
    select distinct
        standing.last_day,
        standing.code,
        membership.group_code,
        standing_group.level as group_level
    from standing
    inner join core.membership as membership
        on
            standing.code = membership.member_code
            and coalesce(membership.valid_from, standing.last_day) <= standing.last_day
            and coalesce(membership.valid_to, standing.last_day) >= standing.last_day
    inner join standing as standing_group
        on
            standing.last_day = standing_group.last_day
            and membership.group_code = standing_group.code
),

stated as (
    select figure_sum.*
    from core.figure_sum as figure_sum
    inner join core.measure_source as measure_source on figure_sum.source = measure_source.source
    where
        measure_source.measure = $measure
        and measure_source.adds_over_areas
)

select
    stated.place,
    stated.within,
    whole.last_day,
    whole.code as whole,
    part.code as part
from stated
inner join standing as whole on stated.whole = whole.level
inner join standing as part
    on
        stated.part = part.level
        and whole.last_day = part.last_day
left join belonging
    on
        part.last_day = belonging.last_day
        and part.code = belonging.code
        and whole.code = belonging.group_code
-- A part within another part of the same sum is already in it.
where
    (whole.level = $country_level or belonging.code is not null)
    and not exists (
        select 1
        from belonging as inside
        inner join stated as other on inside.group_level = other.part
        where
            inside.last_day = part.last_day
            and inside.code = part.code
            and other.place = stated.place
    )
union all
select
    0 as place,
    0 as within,
    belonging.last_day,
    belonging.group_code as whole,
    belonging.code as part
from belonging
inner join core.measure_source as measure_source
    on
        measure_source.measure = $measure
        and measure_source.adds_over_areas
where
    measure_source.source not in (
        select figure_sum.source
        from core.figure_sum as figure_sum
    )
