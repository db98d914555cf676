-- One row per indicator, category, period and area; only the status `value` carries a number; flags joined by commas.
create table mart.cell (
    indicator varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    value decimal(18, 4),
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    lower decimal(18, 4),
    upper decimal(18, 4),
    status varchar not null,
    flags varchar not null,
    primary key (indicator, breakdown, category, period_kind, period, area),
    check ((value is not null) = (status = 'value'))
);
