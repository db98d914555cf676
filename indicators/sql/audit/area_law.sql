-- One row per sum over areas among the audited cells, of one category: its whole, and those of its parts that were
-- delivered; `missing` is how many were not.
select
    whole.period_kind,
    whole.period,
    whole.cell as whole,
    list(part.cell order by part.cell) filter (where part.cell is not null) as parts,
    area_part.within,
    count(*) - count(part.cell) as missing
from audited_cell as whole
inner join area_part
    on
        whole.last_day = area_part.last_day
        and whole.area = area_part.whole
left join audited_cell as part
    on
        whole.period_kind = part.period_kind
        and whole.period = part.period
        and whole.breakdown = part.breakdown
        and whole.category = part.category
        and area_part.part = part.area
group by
    whole.period_kind,
    whole.period,
    whole.cell,
    area_part.place,
    area_part.within
having count(part.cell) > 0
order by
    whole.period_kind,
    whole.period,
    whole.cell,
    area_part.place
