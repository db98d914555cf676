-- One row per indicator, period kind and number of months after a period: of how many periods it is known what became
-- of the figure told then. `completeness` is that figure in per cent of the settled one (counts alone, all periods
-- added up), `revision` how far it was off, up or down, in per cent of the settled one.
create table portal.completeness (
    indicator varchar not null,
    period_kind varchar not null,
    months_after integer not null,
    periods bigint not null,
    completeness decimal(18, 4),
    revision decimal(18, 4) not null,
    primary key (indicator, period_kind, months_after)
)
