-- One row per pension that somebody was granted, as delivered; `granted_on` is the first day that it is paid for.
create table raw.pensions (
    person_id uuid not null,
    kind varchar not null,
    granted_on date not null,
    delivery varchar not null
);
