-- One row per figure counted from records of persons, before protection: it never leaves the building.
-- `cell_key` is the sum of the keys of those counted, modulo 2^64; `amount` is what adds up over persons, as a whole
-- number: degree-days behind full-time persons, else ten-thousandths of the value; null for a duration.
create table mart.counted (
    figure varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    value decimal(18, 4),
    contributors bigint not null,
    cell_key ubigint not null,
    amount bigint
);
