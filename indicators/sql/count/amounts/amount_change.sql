-- One row per change of what is received per day: from `month` on it is `degree` more or less, and in the month itself
-- so many degree-days less because a span has not all its days. `person_key` changes with who is there in the month.
create or replace temp table amount_change (
    base_id smallint not null,
    own smallint not null,
    profile_id smallint not null,
    month integer not null,
    degree bigint not null,
    missing bigint not null,
    person_key hugeint not null
)
