-- One row per measure, category, period and area that has a figure, delivered or made from delivered ones.
create or replace temp table measure_figure (
    measure varchar not null,
    breakdown varchar not null,
    category varchar not null,
    period_kind varchar not null,
    period varchar not null,
    area varchar not null,
    value decimal(18, 4),
    status varchar not null,
    summed boolean not null,
    predecessors boolean not null,
    primary key (measure, breakdown, category, period_kind, period, area)
)
