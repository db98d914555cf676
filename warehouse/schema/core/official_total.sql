-- One row per total of an indicator that the owner of the records publishes: what is counted here should be no further
-- from it than `within`, which is half of what the owner rounds to where nothing else is said.
create table core.official_total (
    source varchar not null,
    indicator varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    total decimal(18, 4) not null,
    within decimal(18, 4) not null,
    delivery varchar not null,
    primary key (indicator, breakdown, category, period_kind, period, area)
);
