-- One row per window, part and area: how many in a hundred spells last longer than $at_days days, half up.
-- E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical
-- Association 53 (1958) 457-481. A spell is at risk as long as it is known to have lasted; what is not known to have
-- ended by its last known day has not ended then. Unknown where all that is known stops short of that day.
create or replace temp table counted_cell as
with spells as (
    select
        duration_case.window_months,
        duration_case.month,
        duration_case.part_id,
        duration_case.place_id,
        least(duration_case.days, $at_days + 1) as days,
        count(*) as known,
        count(*) filter (where duration_case.has_ended and duration_case.days <= $at_days) as ended
    from duration_case
    group by all
),

risk as (
    select
        spells.window_months,
        spells.month,
        spells.part_id,
        spells.place_id,
        spells.days,
        spells.ended,
        sum(spells.known) over (
            partition by spells.window_months, spells.month, spells.part_id, spells.place_id
            order by spells.days desc
            rows between unbounded preceding and current row
        ) as at_risk
    from spells
),

survival as (
    select
        risk.window_months,
        risk.month,
        risk.part_id,
        risk.place_id,
        max(risk.days) as known_days,
        product(1 - risk.ended / risk.at_risk) as share
    from risk
    group by
        risk.window_months,
        risk.month,
        risk.part_id,
        risk.place_id
),

contributor as (
    select
        duration_case.window_months,
        duration_case.month,
        duration_case.part_id,
        duration_case.place_id,
        count(distinct duration_case.person_no) as persons,
        sum(duration_case.person_key) as person_key
    from duration_case
    group by
        duration_case.window_months,
        duration_case.month,
        duration_case.part_id,
        duration_case.place_id
)

select
    slot.window_months,
    slot.month,
    slot.part_id,
    slot.area,
    case
        when survival.known_days >= $at_days or survival.share = 0
            then cast(cast(100 * survival.share as decimal(18, 10)) as decimal(18, 4))
    end as value,
    coalesce(contributor.persons, 0) as contributors,
    cast(coalesce(contributor.person_key, 0) & 18446744073709551615 as ubigint) as cell_key
from duration_slot as slot
left join contributor
    on
        slot.window_months = contributor.window_months
        and slot.month = contributor.month
        and slot.part_id = contributor.part_id
        and slot.place_id = contributor.place_id
left join survival
    on
        slot.window_months = survival.window_months
        and slot.month = survival.month
        and slot.part_id = survival.part_id
        and slot.place_id = survival.place_id
where
    slot.stands
    or contributor.persons > 0
