-- One row per pair of an ended area and one of the areas that took its place.
create table core.succession (
    code varchar not null,
    successor_code varchar not null,
    from_date date not null,
    source varchar not null,
    primary key (code, successor_code)
);
