-- One row, where the source has delivered before: how many assessments of need the delivery is the first to tell of,
-- and how many of them late, as `raw.lateness` says. What was corrected to another day is told of for the first time.
insert into warehouse.raw.lateness by name
with earlier as (
    select
        min(cover.covers_from) as covered_from,
        max(cover.covers_to) as covered_to
    from warehouse.raw.cover as cover
    inner join stage.delivery as delivery on cover.source = delivery.source
),

told as (
    select accepted.start_on as happened_on
    from stage.accepted as accepted
    anti join warehouse.raw.need_assessments as before
        on
            accepted.person_id = before.person_id
            and accepted.start_on = before.start_on
)

select
    delivery.delivery,
    count(*) as records,
    count_if(told.happened_on < earlier.covered_to - 30) as late
from told
cross join earlier
cross join stage.delivery as delivery
where
    told.happened_on >= earlier.covered_from
    and told.happened_on >= earlier.covered_to - 730
group by delivery.delivery
