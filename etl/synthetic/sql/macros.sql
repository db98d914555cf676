-- The day that a number stands for.
create macro as_day(day) as date '1970-01-01' + cast(day as integer);

-- The day, or null when it lies after what is known.
create macro day_until(day, known) as if(day > known, null, as_day(day));

-- The month that a number stands for, as 2026-01.
create macro as_month(month) as printf('%04d-%02d', cast(month // 12 as integer), cast(month % 12 + 1 as integer));
