-- One row per scheme of the country; `place` is its priority, 0 the first. `decision_days` is the limit by which
-- applications are decided, the day on which one is complete being the first; null without one.
create table core.scheme (
    scheme varchar primary key,
    place integer not null unique,
    scheme_group varchar not null,
    gap_days integer not null,
    decision_days integer
);
