-- One row per stretch of days registered as unemployed: registrations that overlap or touch are one.
insert into core.registration by name
with told as (
    -- Distinct, so that the order of the windows below is total: ties would tear stretches apart.
    select distinct
        delivered.person_id,
        delivered.start_on,
        coalesce(delivered.end_on, date 'infinity') as end_on
    from raw.registrations as delivered
    where delivered.start_on < coalesce(delivered.end_on, date 'infinity')
),

marked as (
    select
        told.*,
        coalesce(told.start_on > max(told.end_on) over (
            partition by told.person_id
            order by told.start_on, told.end_on
            rows between unbounded preceding and 1 preceding
        ), true) as begins
    from told
),

numbered as (
    select
        marked.*,
        sum(marked.begins::integer) over (
            partition by marked.person_id
            order by marked.start_on, marked.end_on
            rows between unbounded preceding and current row
        ) as stretch
    from marked
)

select
    numbered.person_id,
    min(numbered.start_on) as start_on,
    nullif(max(numbered.end_on), date 'infinity') as end_on
from numbered
group by numbered.person_id, numbered.stretch
