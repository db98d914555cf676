-- One row per person, own category (`all` included) and run of counted months, no month twice.
-- Months that an earlier span has are cut off; the sort is a total order, else the result would hang on chance.
create or replace temp table counted_run as
with counted_in as (
    select
        span.person_no,
        unnest(case when span.own = 0 then [0] else [0, span.own] end) as own,
        span.first_month,
        span.last_month
    from span
),

seen as (
    select
        counted_in.person_no,
        counted_in.own,
        counted_in.first_month,
        counted_in.last_month,
        coalesce(max(counted_in.last_month) over before, -999999) as covered_to
    from counted_in
    where counted_in.own in (select kept_profile.own from kept_profile)
    window
        before as (
            partition by counted_in.person_no, counted_in.own
            order by counted_in.first_month, counted_in.last_month
            rows between unbounded preceding and 1 preceding
        )
)

select
    seen.person_no,
    seen.own,
    greatest(seen.first_month, seen.covered_to + 1) as first_month,
    seen.last_month
from seen
where seen.last_month > seen.covered_to
