-- One row per break in a measure's series: as its source tells, or the country's profile of records that it rests on.
create table portal.series_break as
with listed as (
    select
        unnest(
            from_json(
                country.profile -> '$.persons.breaks', '[{"source": "varchar", "period": "varchar", "note": "json"}]'
            )
        ) as told
    from core.country as country
)

select
    measure,
    period,
    note
from core.series_break
union
select
    record.measure,
    listed.told.period,
    cast(listed.told.note as varchar) as note
from listed
inner join mart.measure_record as record on listed.told.source = record.source
order by all
