-- One row per application for a benefit; what never happens lies after all days.
create table applications (
    number integer,
    scheme tinyint,
    applied integer,
    complete integer,
    decided integer,
    outcome tinyint,
    told integer
);
