-- One row per indicator and period kind: what became of the cells that the release before had too. `largest` is the
-- largest change of a figure, up or down, null where no cell has a figure in both.
create table portal.revision (
    indicator varchar not null,
    period_kind varchar not null,
    compared bigint not null,
    changed bigint not null,
    largest decimal(18, 4),
    primary key (indicator, period_kind)
)
