-- How delivered values are read: as what the contract says they are, and null where they are not. Parquet files have
-- them so; the type is asked first, which is known when a statement is bound and costs nothing per row.

-- The pseudonym: 32 small hexadecimal digits, nothing else.
create or replace temp macro as_person(written) as
if(strlen(written) = 32 and written = lower(written), try_cast(written as uuid), null);

-- The day, written 2026-01-31 and in no other way.
create or replace temp macro as_day(written) as
if(
    typeof(written) = 'DATE'
    or (
        strlen(cast(written as varchar)) = 10
        and cast(try_cast(written as date) as varchar) = cast(written as varchar)
    ),
    try_cast(written as date),
    null
);

-- The first day after, whichever of the two the contract's senders write.
create or replace temp macro as_end(written) as
as_day(written) + if(getvariable('contract').end_rule = 'inclusive', 1, 0);

-- The month, written 2026-01, as year * 12 + month - 1.
create or replace temp macro as_month(written) as
cast(
    extract(year from as_day(written || '-01')) * 12 + extract(month from as_day(written || '-01')) - 1
    as integer
);

-- The whole number, written with digits alone.
create or replace temp macro as_integer(written) as
if(
    typeof(written) = 'BIGINT'
    or cast(try_cast(written as bigint) as varchar) = cast(written as varchar),
    try_cast(written as bigint),
    null
);

-- True or false, written so.
create or replace temp macro as_flag(written) as
if(
    typeof(written) = 'BOOLEAN' or cast(written as varchar) in ('true', 'false'),
    try_cast(written as boolean),
    null
);

-- The text, or the code; an empty one is none.
create or replace temp macro as_text(written) as
nullif(written, '');
