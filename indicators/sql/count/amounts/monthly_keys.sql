-- One change where a person begins or ceases to be counted in the single months: the key of an amount is the sum of
-- those of its months.
insert into amount_change
with change as (
    select
        segment.base_id,
        segment.own,
        segment.profile_id,
        segment.first_month as month,
        sum(segment.person_key) as person_key
    from segment
    group by all
    union all
    select
        segment.base_id,
        segment.own,
        segment.profile_id,
        segment.last_month + 1 as month,
        -sum(segment.person_key) as person_key
    from segment
    group by all
)

select
    change.base_id,
    change.own,
    kept_profile.kept_id as profile_id,
    change.month,
    0 as degree,
    0 as missing,
    sum(change.person_key) as person_key
from change
inner join kept_profile
    on
        change.own = kept_profile.own
        and change.profile_id = kept_profile.profile_id
group by
    change.base_id,
    change.own,
    kept_profile.kept_id,
    change.month
