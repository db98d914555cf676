-- One row per unsplit figure of the whole country that the release before had otherwise.
create table portal.moved (
    indicator varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    before decimal(18, 4) not null,
    now decimal(18, 4) not null
)
