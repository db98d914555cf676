-- One row per delivered total as it is written.
select
    delivered.file,
    delivered.line,
    delivered.indicator,
    delivered.breakdown,
    delivered.category,
    delivered.period_kind,
    delivered.period,
    delivered.area,
    delivered.value as value_text, -- noqa: RF04
    delivered.rounded_to as rounded_text,
    delivered.within as within_text
from stage.delivered as delivered
