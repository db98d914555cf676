-- One row per area level that makes up a whole in a source's figures; rows of one `place` are parts of the same sum,
-- which holds give or take `within`.
create table core.figure_sum (
    source varchar not null,
    place integer not null,
    whole varchar not null,
    part varchar not null,
    within double not null,
    primary key (source, place, part)
);
