-- One row per change of what windows count: in those that end in `month` or later it is so much more, or less.
create or replace temp table delta (
    window_months integer not null,
    month integer not null,
    base_id smallint not null,
    own smallint not null,
    profile_id smallint not null,
    amount decimal(18, 4) not null,
    contributors bigint not null,
    person_key hugeint not null
)
