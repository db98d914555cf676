-- How delivered numbers are read.

-- The number, written with digits and at most four decimals, and null where there is none.
create or replace temp macro as_number(written) as
if(regexp_full_match(written, '[0-9]{1,12}(\.[0-9]{1,4})?'), try_cast(written as decimal(18, 4)), null);
