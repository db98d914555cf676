-- One row per indicator, quarter and area, as known when `seen_state` and `seen_spell` were made: who received a
-- benefit, each once and where they lived last, and how many spells on a benefit began. Of some no state is told.
with quarter as (
    select
        unnest($quarters) as quarter,
        unnest($first_days) as first_day,
        unnest($last_days) as last_day
),

gap as (
    select
        unnest($schemes) as scheme,
        unnest($gap_days) as gap_days
),

-- Without the rows that are wrong on purpose.
spell as (
    select
        seen_spell.person_id,
        seen_spell.scheme,
        seen_spell.start_on,
        gap.gap_days,
        coalesce(seen_spell.last_day, $known) as last_day
    from seen_spell
    inner join gap on seen_spell.scheme = gap.scheme
    where seen_spell.start_on <= coalesce(seen_spell.last_day, $known)
),

followed as (
    select
        spell.*,
        max(spell.last_day) over (
            partition by spell.person_id, spell.scheme
            order by spell.start_on
            rows between unbounded preceding and 1 preceding
        ) as covered_to
    from spell
),

counted as (
    select
        'recipients' as indicator,
        spell.person_id,
        quarter.quarter,
        max(least(spell.last_day, quarter.last_day)) as day_on
    from spell
    inner join quarter
        on
            spell.start_on <= quarter.last_day
            and spell.last_day >= quarter.first_day
    group by
        spell.person_id,
        quarter.quarter
    union all
    select
        'benefit_entries' as indicator,
        followed.person_id,
        quarter.quarter,
        followed.start_on as day_on
    from followed
    inner join quarter
        on
            followed.start_on >= quarter.first_day
            and followed.start_on <= quarter.last_day
    where coalesce(followed.start_on > followed.covered_to + 1 + followed.gap_days, true)
),

numbered as (
    select
        counted.*,
        row_number() over () as number
    from counted
),

placed as (
    select
        numbered.number,
        numbered.indicator,
        numbered.quarter,
        numbered.day_on,
        arg_max(seen_state.area, seen_state.valid_from) as area,
        arg_max(coalesce(seen_state.birth_year, 0), seen_state.valid_from) as birth_year
    from numbered
    left join seen_state
        on
            numbered.person_id = seen_state.person_id
            and last_day(numbered.day_on) >= seen_state.valid_from
    group by
        numbered.number,
        numbered.indicator,
        numbered.quarter,
        numbered.day_on
)

select
    placed.indicator,
    placed.quarter,
    placed.area,
    count(*) as total
from placed
where coalesce(placed.birth_year, 0) = 0 or year(placed.day_on) - placed.birth_year between 16 and 66
group by
    placed.indicator,
    placed.quarter,
    placed.area
