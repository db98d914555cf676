-- One row per vacancy; `end_day` is the last on which it is open. That it was filled is known from `filled_told` on.
create table vacancies (
    number integer,
    vacancy integer,
    area smallint,
    industry tinyint,
    positions integer,
    start_day integer,
    end_day integer,
    filled_day integer,
    filled integer,
    referred integer,
    filled_told integer,
    told integer
);
