-- One row per spell on a scheme: days of the same scheme with at most its gap days between them are one spell.
insert into core.benefit_spell by name
with told as (
    -- Distinct, so that the order of the windows below is total: ties would tear spells apart.
    select distinct
        delivered.person_id,
        delivered.scheme,
        delivered.start_on,
        scheme.gap_days,
        coalesce(delivered.end_on, date 'infinity') as end_on
    from raw.benefit_spells as delivered
    inner join core.scheme as scheme on delivered.scheme = scheme.scheme
    where delivered.start_on < coalesce(delivered.end_on, date 'infinity')
),

marked as (
    select
        told.*,
        coalesce(told.start_on > told.gap_days + max(told.end_on) over (
            partition by told.person_id, told.scheme
            order by told.start_on, told.end_on
            rows between unbounded preceding and 1 preceding
        ), true) as begins
    from told
),

numbered as (
    select
        marked.*,
        sum(marked.begins::integer) over (
            partition by marked.person_id, marked.scheme
            order by marked.start_on, marked.end_on
            rows between unbounded preceding and current row
        ) as spell
    from marked
),

merged as (
    select
        numbered.person_id,
        numbered.scheme,
        numbered.gap_days,
        min(numbered.start_on) as start_on,
        max(numbered.end_on) as end_on
    from numbered
    group by numbered.person_id, numbered.scheme, numbered.gap_days, numbered.spell
)

select
    merged.person_id,
    merged.scheme,
    merged.start_on,
    nullif(merged.end_on, date 'infinity') as end_on,
    merged.start_on - merged.gap_days > coverage.known_from as entry_known,
    merged.end_on + merged.gap_days < coverage.known_until as exit_known
from merged
inner join core.coverage as coverage on coverage.source = 'benefit_spells'
