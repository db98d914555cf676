-- One row per break in a measure's series: from `period` on it is not fully comparable; `note` is JSON by language.
create table core.series_break (
    measure varchar not null,
    period varchar not null,
    note varchar not null,
    primary key (measure, period)
);
