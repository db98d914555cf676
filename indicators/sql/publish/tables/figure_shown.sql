-- One row per figure counted from records of persons and indicator that shows it: as its value, or as its numerator or
-- denominator.
create table portal.figure_shown (
    figure varchar not null,
    indicator varchar not null,
    role varchar not null,
    primary key (indicator, role)
)
