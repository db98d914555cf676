-- One row per breakdown and category that the country's figures have, `all` of `all` among them.
create table stage.known_category (
    breakdown varchar not null,
    category varchar not null,
    primary key (breakdown, category)
);
