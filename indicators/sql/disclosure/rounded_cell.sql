-- One row per cell of the figure under way, its value rounded up or down to a multiple of $base.
-- The remainder, in ten-thousandths, decides with what chance it goes up; a keyed hash of the cell key draws. So it is
-- right on average, and the same people give the same figure wherever they are counted.
create or replace temp table rounded_cell as
with divided as (
    select
        counted.window_months,
        counted.month,
        counted.part_id,
        counted.area,
        counted.cell_key,
        counted.contributors,
        cast(cast(counted.value as decimal(38, 4)) * 10000 as bigint) as ten_thousandths,
        cast(cast(counted.value as decimal(38, 4)) * 10000 as bigint) % ($base * 10000) as remainder
    from counted_cell as counted
)

select
    divided.window_months,
    divided.month,
    divided.part_id,
    divided.area,
    divided.contributors,
    (divided.ten_thousandths - divided.remainder) // 10000
    + case
        when divided.remainder = 0
            then 0
        when
            cast('0x' || left(sha256($secret || encode(cast(divided.cell_key as varchar))), 16) as ubigint)
            % ($base * 10000) < divided.remainder
            then $base
        else 0
    end as value
from divided
