-- One row per person, scheme and stretch of days of one degree, the highest that a delivered row gives these days.
-- On days with two schemes the one with priority is the first choice.
insert into core.benefit_piece by name
with told as (
    -- Distinct, so that the order of the windows below is total: ties would tear stretches apart.
    select distinct
        delivered.person_id,
        delivered.scheme,
        delivered.degree,
        delivered.start_on,
        coalesce(delivered.end_on, date 'infinity') as end_on
    from raw.benefit_spells as delivered
),

-- Rows that follow each other are joined first: many short ones would be compared with each other below.
marked as (
    select
        told.*,
        coalesce(told.start_on > max(told.end_on) over (
            partition by told.person_id, told.scheme, told.degree
            order by told.start_on, told.end_on
            rows between unbounded preceding and 1 preceding
        ), true) as begins
    from told
),

numbered as (
    select
        marked.*,
        sum(marked.begins::integer) over (
            partition by marked.person_id, marked.scheme, marked.degree
            order by marked.start_on, marked.end_on
            rows between unbounded preceding and current row
        ) as stretch
    from marked
),

held as (
    select
        numbered.person_id,
        numbered.scheme,
        numbered.degree,
        min(numbered.start_on) as start_on,
        max(numbered.end_on) as end_on
    from numbered
    group by numbered.person_id, numbered.scheme, numbered.degree, numbered.stretch
),

cut as (
    select
        held.person_id,
        held.start_on as cut_on
    from held
    union
    select
        held.person_id,
        held.end_on as cut_on
    from held
),

slice as (
    select
        cut.person_id,
        cut.cut_on as start_on,
        lead(cut.cut_on) over (partition by cut.person_id order by cut.cut_on) as end_on
    from cut
),

-- Between two cuts nothing of the person changes.
graded as (
    select
        slice.person_id,
        slice.start_on,
        slice.end_on,
        held.scheme,
        max(held.degree) as degree
    from slice
    inner join held
        on
            slice.person_id = held.person_id
            and slice.start_on >= held.start_on
            and slice.end_on <= held.end_on
    group by slice.person_id, slice.start_on, slice.end_on, held.scheme
),

chosen as (
    select
        graded.*,
        scheme.place = min(scheme.place) over (partition by graded.person_id, graded.start_on) as first_choice
    from graded
    inner join core.scheme as scheme on graded.scheme = scheme.scheme
),

-- Cuts that changed nothing in this scheme are closed again.
parted as (
    select
        chosen.*,
        coalesce(row(chosen.start_on, chosen.degree, chosen.first_choice) <> lag(
            row(chosen.end_on, chosen.degree, chosen.first_choice)
        ) over (partition by chosen.person_id, chosen.scheme order by chosen.start_on), true) as begins
    from chosen
),

pieced as (
    select
        parted.*,
        sum(parted.begins::integer) over (
            partition by parted.person_id, parted.scheme
            order by parted.start_on
            rows between unbounded preceding and current row
        ) as piece
    from parted
)

select
    pieced.person_id,
    pieced.scheme,
    pieced.degree,
    pieced.first_choice,
    min(pieced.start_on) as start_on,
    nullif(max(pieced.end_on), date 'infinity') as end_on
from pieced
group by pieced.person_id, pieced.scheme, pieced.degree, pieced.first_choice, pieced.piece
