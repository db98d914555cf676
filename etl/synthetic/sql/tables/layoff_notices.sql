-- One row per notice of layoffs.
create table layoff_notices (
    number integer,
    notice integer,
    area smallint,
    day integer,
    persons integer,
    told integer
);
