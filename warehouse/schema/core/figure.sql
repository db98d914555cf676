-- One row per figure that a source delivered ready counted: the latest that was said of it.
create table core.figure (
    source varchar not null,
    measure varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    value decimal(18, 4),
    status varchar not null,
    delivery varchar not null,
    primary key (measure, breakdown, category, period_kind, period, area),
    check ((value is not null) = (status = 'value'))
);
