-- One row per stretch of days on which one assessment of a person's need holds; `end_on` is the first day after.
create table core.need_assessment (
    person_id uuid not null,
    start_on date not null,
    end_on date,
    need varchar not null
);
