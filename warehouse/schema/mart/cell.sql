-- One row per indicator, category, period and area, as it may be published; only the status `value` carries a number;
-- flags joined by commas. A law of the release proves each unique: an index would cost more than counting them.
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
    check ((value is not null) = (status = 'value'))
);
