-- One row per tidy row with what its names mean: the period's last day and the area's code, null where unknown.
select
    tidy.file,
    tidy.line,
    tidy.measure,
    tidy.breakdown,
    tidy.category,
    tidy.period_kind,
    tidy.period,
    tidy.value_text,
    tidy.status,
    period.ends_on,
    measure.decimals,
    coalesce(tidy.area, tidy.area_label, '') as area_name,
    coalesce(area.code, area_label.code) as area_code
from stage.tidy as tidy
inner join stage.measure as measure
    on tidy.measure = measure.measure
left join stage.period as period
    on tidy.period_kind = period.period_kind and tidy.period = period.period
left join stage.area as area
    on
        tidy.area = area.code
        and period.ends_on >= coalesce(area.valid_from, period.ends_on)
        and period.ends_on <= coalesce(area.valid_to, period.ends_on)
left join stage.area_label as area_label
    on
        tidy.area_label = area_label.label
        and period.ends_on >= coalesce(area_label.valid_from, period.ends_on)
        and period.ends_on <= coalesce(area_label.valid_to, period.ends_on)
