-- One row per window, base area and crowd of which another number is counted than in the window before: how much more.
-- A change makes itself felt in the first window that ends in its month or later; what changed before the first month
-- is carried into it. Keys are told modulo 2^64.
select
    delta.window_months,
    step.window_no as "window",
    delta.base_id - 1 as base,
    crowd.crowd,
    cast(sum(delta.amount) * 10000 as bigint) as amount,
    cast(sum(delta.contributors) as bigint) as contributors,
    cast(sum(delta.person_key) & 18446744073709551615 as ubigint) as cell_key
from delta
inner join figure_step as step
    on
        delta.window_months = step.window_months
        and step.month = greatest(delta.month, $first_month)
inner join crowd
    on
        delta.own = crowd.own
        and delta.profile_id = crowd.kept_id
group by
    delta.window_months,
    step.window_no,
    delta.base_id,
    crowd.crowd
