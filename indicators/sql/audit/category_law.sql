-- One row per sum over the categories of a breakdown among the audited cells, in one area: its whole, and those of its
-- parts that were delivered; `missing` is how many were not, of the categories that are delivered elsewhere. Of a pair
-- of breakdowns the categories of one, in a category of the other, add up to that.
with named as (
    select
        audited_cell.*,
        string_split(audited_cell.breakdown, '.') as breakdowns,
        string_split(audited_cell.category, '.') as categories
    from audited_cell
),

taken as (
    select
        named.*,
        unnest(range(1, len(named.breakdowns) + 1)) as place
    from named
    where named.breakdown != 'all'
),

part as (
    select
        taken.period_kind,
        taken.period,
        taken.area,
        taken.cell,
        taken.breakdown,
        taken.place,
        taken.categories[taken.place] as category,
        coalesce(taken.breakdowns[3 - taken.place], 'all') as whole_breakdown,
        coalesce(taken.categories[3 - taken.place], 'all') as whole_category
    from taken
    inner join core.figure_partition as partition
        on
            partition.measure = $measure
            and taken.breakdowns[taken.place] = partition.breakdown
),

known as (
    select
        part.breakdown,
        part.place,
        count(distinct part.category) as categories
    from part
    group by
        part.breakdown,
        part.place
)

select
    whole.period_kind,
    whole.period,
    whole.cell as whole,
    list(part.cell order by part.cell) as parts,
    0 as within,
    any_value(known.categories) - count(*) as missing
from audited_cell as whole
inner join part
    on
        whole.period_kind = part.period_kind
        and whole.period = part.period
        and whole.area = part.area
        and whole.breakdown = part.whole_breakdown
        and whole.category = part.whole_category
inner join known
    on
        part.breakdown = known.breakdown
        and part.place = known.place
group by
    whole.period_kind,
    whole.period,
    whole.cell,
    part.breakdown,
    part.place
order by
    whole.period_kind,
    whole.period,
    whole.cell,
    part.breakdown,
    part.place
