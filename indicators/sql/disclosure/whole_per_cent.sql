-- One row per cell of a survival: those who stay per 100 of those behind it, both rounded to multiples of $base first.
-- A whole per cent of few persons would tell exactly how many they are: 33 of nobody knows how many, but 47 only of 15,
-- 17, 19 … persons. The two are rounded by draws of their own, but where all stay they are the same people.
create or replace temp table shown_duration as
with staying as (
    select
        duration.window_months,
        duration.month,
        duration.part_id,
        duration.area,
        duration.contributors,
        duration.cell_key,
        duration.value is null as unknown,
        cast(round(duration.value * duration.contributors * 100) as bigint) as ten_thousandths
    from duration_cell as duration
),

divided as (
    select
        staying.*,
        staying.ten_thousandths % ($base * 10000) as remainder,
        rounded.value as persons
    from staying
    inner join rounded_cell as rounded
        on
            staying.window_months = rounded.window_months
            and staying.month = rounded.month
            and staying.part_id = rounded.part_id
            and staying.area = rounded.area
),

counted as (
    select
        divided.*,
        case
            when divided.ten_thousandths = divided.contributors * 10000
                then divided.persons
            when
                cast('0x' || left(sha256($secret || encode(cast(divided.cell_key as varchar))), 16) as ubigint)
                % ($base * 10000) < divided.remainder
                then (divided.ten_thousandths - divided.remainder) // 10000 + $base
            else (divided.ten_thousandths - divided.remainder) // 10000
        end as stay
    from divided
)

select
    counted.window_months,
    counted.month,
    counted.part_id,
    counted.area,
    case
        when not counted.unknown and counted.persons > 0
            then (200 * least(counted.stay, counted.persons) + counted.persons) // (2 * counted.persons)
    end as value,
    false as beyond
from counted
