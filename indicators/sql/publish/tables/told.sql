-- One row per unsplit figure of the whole country in a recent period and number of months after the period's last: what
-- the first release in that month told of it. Kept from release to release, so that it is known how figures fill up.
create table portal.told (
    indicator varchar not null,
    period_kind varchar not null,
    period varchar not null,
    months_after integer not null,
    release varchar not null,
    value decimal(18, 4) not null, -- noqa: RF04
    provisional boolean not null,
    primary key (indicator, period_kind, period, months_after)
)
