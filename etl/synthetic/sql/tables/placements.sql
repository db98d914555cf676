-- One row per job found through the job centre; `misspelt` where the day is written in another way.
create table placements (
    number integer,
    day integer,
    sector tinyint,
    told integer,
    misspelt boolean
);
