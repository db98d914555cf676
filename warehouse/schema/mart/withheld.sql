-- One row per delivered figure that this portal withholds, so that none that its owner hides can be worked out.
create table mart.withheld (
    measure varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    primary key (measure, breakdown, category, period_kind, period, area)
);
