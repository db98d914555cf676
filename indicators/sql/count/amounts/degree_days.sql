-- One change where a span, cut by state, begins or ends: whole months are carried on, days that its first and last
-- month lack are taken off there. All spans add up, also those of one person on one day.
insert into amount_change
with piece as (
    select
        span.own,
        state.base_id,
        state.profile_id,
        span.degree,
        greatest(span.first_month, state.from_month) as first_month,
        least(span.last_month, state.next_month - 1) as last_month,
        case when span.first_month >= state.from_month then span.degree * span.days_before else 0 end as missing_before,
        case when span.last_month < state.next_month then span.degree * span.days_after else 0 end as missing_after
    from span
    inner join counted_state as state
        on
            span.person_no = state.person_no
            and span.last_month >= state.from_month
            and span.first_month < state.next_month
),

change as (
    select
        piece.base_id,
        piece.own,
        piece.profile_id,
        piece.first_month as month,
        sum(piece.degree) as degree,
        sum(piece.missing_before) as missing
    from piece
    group by all
    union all
    select
        piece.base_id,
        piece.own,
        piece.profile_id,
        piece.last_month as month,
        0 as degree,
        sum(piece.missing_after) as missing
    from piece
    group by all
    union all
    select
        piece.base_id,
        piece.own,
        piece.profile_id,
        piece.last_month + 1 as month,
        -sum(piece.degree) as degree,
        0 as missing
    from piece
    group by all
),

counted_in as (
    select
        change.base_id,
        unnest(case when change.own = 0 then [0] else [0, change.own] end) as own,
        change.profile_id,
        change.month,
        change.degree,
        change.missing
    from change
)

select
    counted_in.base_id,
    counted_in.own,
    kept_profile.kept_id as profile_id,
    counted_in.month,
    sum(counted_in.degree) as degree,
    sum(counted_in.missing) as missing,
    0 as person_key
from counted_in
inner join kept_profile
    on
        counted_in.own = kept_profile.own
        and counted_in.profile_id = kept_profile.profile_id
group by
    counted_in.base_id,
    counted_in.own,
    kept_profile.kept_id,
    counted_in.month
