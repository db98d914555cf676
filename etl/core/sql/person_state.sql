-- One row per person and stretch of months in one state: the last one known on any day of the month, else not stated.
insert into core.person_state by name
with told as (
    select
        delivered.person_id,
        delivered.valid_from,
        delivered.birth_year,
        delivered.valid_to,
        place.code as area,
        delivered.sex,
        delivered.origin,
        year(delivered.valid_from) * 12 + month(delivered.valid_from) - 1 as first_month,
        -- The last month with a day in this state, and the first one of which it does not hold the last day.
        coalesce(year(delivered.valid_to - 1) * 12 + month(delivered.valid_to - 1) - 1, 999999) as last_month,
        coalesce(year(delivered.valid_to) * 12 + month(delivered.valid_to) - 1, 1000000) as left_month
    from raw.person_states as delivered
    left join core.area as place
        on
            delivered.area = place.code
            and list_contains($levels, place.level)
    where delivered.valid_from < coalesce(delivered.valid_to, date 'infinity')
),

person as (
    select states.person_id from raw.person_states as states
    union
    select spells.person_id from raw.benefit_spells as spells
    union
    select registrations.person_id from raw.registrations as registrations
    union
    select activities.person_id from raw.activities as activities
    union
    select work_months.person_id from raw.work_months as work_months
    union
    select education.person_id from raw.education_months as education
    union
    select pensions.person_id from raw.pensions as pensions
    union
    select payments.person_id from raw.payments as payments
    union
    select placements.person_id from raw.placements as placements
    union
    select cases.person_id from raw.cases as cases
    union
    select events.person_id from raw.case_events as events
    union
    select sanctions.person_id from raw.sanctions as sanctions
    union
    select applications.person_id from raw.applications as applications
    union
    select assessments.person_id from raw.need_assessments as assessments
),

-- The Januaries in which people grow into an age band or out of it.
birthday as (
    select
        told.person_id,
        told.first_month,
        told.last_month,
        12 * (told.birth_year + unnest([band.from_age, band.to_age + 1])) as month
    from told
    cross join core.age_band as band
),

-- Every month from which a state may be another one.
turn as (
    select
        person.person_id,
        -999999 as from_month
    from person
    union
    select
        told.person_id,
        told.first_month as from_month
    from told
    union
    select
        told.person_id,
        unnest([told.last_month, told.last_month + 1]) as from_month
    from told
    where told.last_month < 999999
    union
    select
        birthday.person_id,
        birthday.month as from_month
    from birthday
    where birthday.month between birthday.first_month and birthday.last_month
),

-- Of several states in a month the one that reaches its last known day; of several on that day the latest to begin.
known as (
    select
        turn.person_id,
        turn.from_month,
        told.birth_year,
        coalesce(told.area, $not_stated_area) as area,
        coalesce(told.sex, 'not_stated') as sex,
        coalesce(told.origin, 'not_stated') as origin
    from turn
    left join told
        on
            turn.person_id = told.person_id
            and turn.from_month between told.first_month and told.last_month
    qualify
        row_number() over (
            partition by turn.person_id, turn.from_month
            order by
                if(told.left_month > turn.from_month, date 'infinity', told.valid_to) desc,
                told.valid_from desc
        ) = 1
),

-- The ages of the bands, since years are looked up faster than ranges.
age as (
    select
        band.age_band,
        unnest(range(band.from_age, band.to_age + 1)) as years
    from core.age_band as band
),

aged as (
    select
        known.person_id,
        known.from_month,
        known.area,
        known.sex,
        known.origin,
        if(known.birth_year is null, 'not_stated', coalesce(age.age_band, 'outside')) as age_band
    from known
    left join age on known.from_month // 12 - known.birth_year = age.years
),

changed as (
    select aged.*
    from aged
    qualify
        coalesce(row(aged.area, aged.age_band, aged.sex, aged.origin) <> lag(
            row(aged.area, aged.age_band, aged.sex, aged.origin)
        ) over (partition by aged.person_id order by aged.from_month), true)
)

select
    changed.person_id,
    changed.from_month,
    changed.area,
    changed.age_band,
    changed.sex,
    changed.origin,
    lead(changed.from_month, 1, 1000000) over (
        partition by changed.person_id order by changed.from_month
    ) as next_month
from changed
