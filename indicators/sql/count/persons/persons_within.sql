-- One change where a person begins or ceases to be counted in both numerator and denominator, in the state that the
-- denominator gives the person in that window.
insert into delta
with window_length as (
    select distinct figure_window.window_months
    from figure_window
),

denominator_stretch as (
    select
        segment.person_no,
        segment.own,
        window_length.window_months,
        segment.base_id,
        kept_profile.kept_id as profile_id,
        segment.person_key,
        segment.first_month as first_end,
        least(segment.last_month + window_length.window_months - 1, segment.next_first - 1) as last_end
    from segment
    inner join kept_profile
        on
            segment.own = kept_profile.own
            and segment.profile_id = kept_profile.profile_id
    cross join window_length
),

common as (
    select
        denominator.window_months,
        denominator.base_id,
        denominator.own,
        denominator.profile_id,
        denominator.person_key,
        greatest(numerator.first_end, denominator.first_end) as first_end,
        least(numerator.last_end, denominator.last_end) as last_end
    from denominator_stretch as denominator
    inner join numerator_stretch as numerator
        on
            denominator.person_no = numerator.person_no
            and denominator.own = numerator.own
            and denominator.window_months = numerator.window_months
            and denominator.first_end <= numerator.last_end
            and denominator.last_end >= numerator.first_end
),

change as (
    select
        common.window_months,
        common.first_end as month,
        common.base_id,
        common.own,
        common.profile_id,
        count(*) as persons,
        sum(common.person_key) as person_key
    from common
    group by all
    union all
    select
        common.window_months,
        common.last_end + 1 as month,
        common.base_id,
        common.own,
        common.profile_id,
        -count(*) as persons,
        -sum(common.person_key) as person_key
    from common
    group by all
)

select
    change.window_months,
    change.month,
    change.base_id,
    change.own,
    change.profile_id,
    change.persons as amount,
    change.persons as contributors,
    change.person_key
from change
