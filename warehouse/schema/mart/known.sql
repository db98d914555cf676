-- One row per cell that whoever kept all releases up to this one may know more narrowly than by rounding: what its true
-- number can be. Of two releases at most, the one that is served and the one to come (an empty name).
create table mart.known (
    release varchar not null,
    figure varchar not null,
    last_month integer not null,
    months integer not null,
    breakdown varchar not null,
    category varchar not null,
    area varchar not null,
    low double not null,
    high double not null
);
