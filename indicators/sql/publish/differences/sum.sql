-- One row per category, period and area of a sum of money: what stands above the line of a published figure, in so much
-- of the country's currency ($one; $per of it is one above the line). What hides the figure hides the sum.
insert into portal.cell
select
    $indicator as indicator,
    part.breakdown,
    part.category,
    part.period_kind,
    part.period,
    part.area,
    cast(part.numerator as double) * $per / $one as value, -- noqa: RF04
    null as numerator,
    null as denominator,
    null as lower,
    null as upper,
    part.status,
    part.flags
from portal.cell as part
where
    part.indicator = $part
    and list_contains($period_kinds, part.period_kind)
    and list_contains($breakdowns, part.breakdown)
order by
    part.breakdown,
    part.period_kind,
    part.category,
    part.period,
    part.area
