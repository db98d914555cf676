-- One row per payment of a benefit; the days of what is never paid, or never due, lie after all others.
create table payments (
    number integer,
    scheme tinyint,
    month integer,
    amount integer,
    paid_day integer,
    due_day integer,
    told integer
);
