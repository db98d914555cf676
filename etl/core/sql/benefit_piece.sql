-- One row per person, scheme and stretch of days of one degree, the highest that a delivered row gives these days.
-- On days with two schemes the one with priority is the first choice.
insert into core.benefit_piece by name
with told as (
    select
        delivered.person_id,
        scheme.place,
        delivered.degree,
        delivered.start_on,
        coalesce(delivered.end_on, date 'infinity') as end_on
    from raw.benefit_spells as delivered
    inner join core.scheme as scheme on delivered.scheme = scheme.scheme
),

-- Rows that follow each other are joined first: many short ones would be compared with each other below.
seen as (
    select
        told.*,
        max(told.end_on) over (
            partition by told.person_id, told.place, told.degree
            order by told.start_on
            rows between unbounded preceding and 1 preceding
        ) as covered_to,
        max(told.end_on) over (partition by told.person_id, told.place, told.degree) as last_end
    from told
),

-- What was covered before one stretch begins is where the one before it ends.
held as (
    select
        seen.person_id,
        seen.place,
        seen.degree,
        seen.start_on,
        lead(seen.covered_to, 1, seen.last_end) over (
            partition by seen.person_id, seen.place, seen.degree order by seen.start_on
        ) as end_on
    from seen
    where coalesce(seen.start_on > seen.covered_to, true)
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
        held.place,
        max(held.degree) as degree
    from slice
    inner join held
        on
            slice.person_id = held.person_id
            and slice.start_on >= held.start_on
            and slice.end_on <= held.end_on
    group by slice.person_id, slice.start_on, slice.end_on, held.place
),

chosen as (
    select
        graded.*,
        graded.place = min(graded.place) over (partition by graded.person_id, graded.start_on) as first_choice
    from graded
),

-- Cuts that changed nothing in this scheme are closed again.
parted as (
    select
        chosen.*,
        coalesce(row(chosen.start_on, chosen.degree, chosen.first_choice) <> lag(
            row(chosen.end_on, chosen.degree, chosen.first_choice)
        ) over (partition by chosen.person_id, chosen.place order by chosen.start_on), true) as begins
    from chosen
),

pieced as (
    select
        parted.*,
        sum(parted.begins::integer) over (
            partition by parted.person_id, parted.place
            order by parted.start_on
        ) as piece
    from parted
)

select
    pieced.person_id,
    scheme.scheme,
    pieced.degree,
    pieced.first_choice,
    min(pieced.start_on) as start_on,
    nullif(max(pieced.end_on), date 'infinity') as end_on
from pieced
inner join core.scheme as scheme on pieced.place = scheme.place
group by pieced.person_id, scheme.scheme, pieced.degree, pieced.first_choice, pieced.piece
