-- One row per published indicator: what its definition says of counting.
create or replace temp table definition as
select
    indicator.indicator,
    indicator.definition ->> '$.numerator' as numerator,
    indicator.definition ->> '$.denominator' as denominator,
    indicator.definition ->> '$.count' as count_kind,
    indicator.definition ->> '$.unit' as unit,
    json_array_length(indicator.definition -> '$.parts') > 0 as is_derived,
    cast(indicator.definition ->> '$.per' as integer) as per,
    cast(indicator.definition ->> '$.decimals' as integer) as decimals,
    indicator.definition ->> '$.interval' as interval_kind,
    indicator.definition ->> '$.periods[*]' as period_kinds,
    list_append(indicator.definition ->> '$.breakdowns[*]', 'all') as breakdowns
from portal.indicator as indicator
