-- One row per indicator and period kind: what became of the cells that have a figure in the release before too.
-- `largest` is the largest change of one, up or down.
create table portal.revision (
    indicator varchar not null,
    period_kind varchar not null,
    compared bigint not null,
    changed bigint not null,
    largest decimal(18, 4) not null,
    primary key (indicator, period_kind)
)
