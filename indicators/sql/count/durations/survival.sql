-- One row per window, area and part: how many in a hundred spells last longer than $at_days days, half up.
-- E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical
-- Association 53 (1958) 457-481. A spell is at risk as long as it is known to have lasted. Between two lengths at which
-- spells are lost from sight their product over single days comes to one fraction, so such lengths are one step.
-- Unknown where the last spells are lost from sight before that day.
create or replace temp table duration as
with lost as (
    select distinct
        spell.window_months,
        spell.month,
        spell.days
    from placed_spell as spell
    where
        not spell.has_ended
        and spell.days < $at_days
),

length as (
    select distinct
        spell.window_months,
        spell.month,
        least(spell.days, $at_days) as days
    from placed_spell as spell
),

step as (
    select
        length.window_months,
        length.month,
        length.days,
        count(lost.days) as step
    from length
    left join lost
        on
            length.window_months = lost.window_months
            and length.month = lost.month
            and length.days > lost.days
    group by
        length.window_months,
        length.month,
        length.days
),

together as (
    select
        spell.window_months,
        spell.month,
        spell.base_id,
        spell.own,
        spell.profile_id,
        step.step,
        count(*) as spells,
        count(*) filter (where spell.has_ended and spell.days <= $at_days) as ended,
        count(*) filter (where spell.days >= $at_days) as followed
    from placed_spell as spell
    inner join step
        on
            spell.window_months = step.window_months
            and spell.month = step.month
            and step.days = least(spell.days, $at_days)
    group by
        spell.window_months,
        spell.month,
        spell.base_id,
        spell.own,
        spell.profile_id,
        step.step
),

cell as (
    select
        together.window_months,
        together.month,
        part.part_id,
        member.place_id,
        together.step,
        sum(together.spells) as spells,
        sum(together.ended) as ended,
        sum(together.followed) as followed
    from together
    inner join kept_part as part
        on
            together.own = part.own
            and together.profile_id = part.profile_id
    inner join area_member as member
        on
            together.base_id = member.base_id
            and together.month >= member.from_month
            and together.month <= member.to_month
    group by
        together.window_months,
        together.month,
        part.part_id,
        member.place_id,
        together.step
),

risk as (
    select
        cell.window_months,
        cell.month,
        cell.part_id,
        cell.place_id,
        cell.ended,
        cell.followed,
        sum(cell.spells) over (
            partition by cell.window_months, cell.month, cell.part_id, cell.place_id
            order by cell.step desc
            rows between unbounded preceding and current row
        ) as at_risk
    from cell
),

survival as (
    select
        risk.window_months,
        risk.month,
        risk.part_id,
        risk.place_id,
        product(1 - risk.ended / risk.at_risk) as share
    from risk
    group by
        risk.window_months,
        risk.month,
        risk.part_id,
        risk.place_id
    having
        sum(risk.followed) > 0
        or bool_or(risk.ended = risk.at_risk)
)

select
    survival.window_months,
    survival.month,
    survival.part_id,
    survival.place_id,
    cast(cast(100 * survival.share as decimal(18, 10)) as decimal(18, 4)) as duration
from survival
