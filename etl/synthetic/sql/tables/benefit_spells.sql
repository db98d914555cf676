-- One row per version of a benefit row; it holds until the day `gone`, and is followed where the next payment goes on.
create table benefit_spells (
    number integer,
    scheme tinyint,
    start_day integer,
    end_day integer,
    degree smallint,
    told integer,
    gone integer,
    followed boolean
);
