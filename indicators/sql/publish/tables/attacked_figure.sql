-- One row per figure that was attacked before the release was published: how many cells may truly be from 1 to 4, and
-- of how many of these one, two or three values are left; `clashing` are told of in ways that cannot be true together.
create table portal.attacked_figure (
    figure varchar primary key,
    cells bigint not null,
    small bigint not null,
    exactly bigint not null,
    to_two bigint not null,
    to_three bigint not null,
    clashing bigint not null
)
