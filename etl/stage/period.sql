-- One row per delivered spelling that is a period.
create table stage.period (
    period_kind varchar not null,
    period varchar not null,
    starts_on date not null,
    ends_on date not null,
    primary key (period_kind, period)
);
