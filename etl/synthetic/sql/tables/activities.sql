-- One row per activity; `planned` where its last day was known from the first.
create table activities (
    number integer,
    kind tinyint,
    start_day integer,
    end_day integer,
    agreed integer,
    planned boolean,
    told integer
);
