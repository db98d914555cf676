-- One row per delivered measure: how exact it is delivered, and from which to which figure its owner hides it, null
-- where no rule is known.
create table core.figure_rule (
    measure varchar primary key,
    source varchar not null,
    decimals integer not null,
    hidden_from decimal(18, 4),
    hidden_to decimal(18, 4)
);
