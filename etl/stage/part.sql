-- One row per area level that makes up a whole; rows of one `place` are parts of the same sum.
create table stage.part (
    place integer not null,
    whole varchar not null,
    part varchar not null,
    within double not null
);
