-- One row per spell on a scheme, short breaks bridged by the scheme's gap rule; `end_on` is the first day after.
-- `entry_known` and `exit_known` tell that the days around it are covered far enough to be sure.
create table core.benefit_spell (
    person_id uuid not null,
    scheme varchar not null,
    start_on date not null,
    end_on date,
    entry_known boolean not null,
    exit_known boolean not null
);
