-- One row per sanction; the decision on a complaint lies after all days where nobody complains.
create table sanctions (
    number integer,
    scheme tinyint,
    day integer,
    kind tinyint,
    complaint integer,
    changed boolean,
    told integer
);
