-- One row per area and period for which a figure should be delivered, and whether it was.
select
    covered.measure,
    covered.period_kind,
    covered.period,
    area.code as area,
    accepted.area is not null as delivered
from stage.covered as covered
cross join stage.complete_level as complete_level
inner join stage.area as area
    on
        complete_level.level = area.level
        and covered.ends_on >= coalesce(area.valid_from, covered.ends_on)
        and covered.ends_on <= coalesce(area.valid_to, covered.ends_on)
left join stage.accepted as accepted
    on
        covered.measure = accepted.measure
        and covered.period_kind = accepted.period_kind
        and covered.period = accepted.period
        and area.code = accepted.area
        and accepted.breakdown = 'all'
