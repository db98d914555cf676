-- One row per delivered measure of which a figure is hidden: how many cells its owner hides, how many this portal
-- withholds beside them, and how many of both the table's own sums tell exactly, to two or to three values; of
-- `contradicted` ones nothing can be told, for the sums contradict each other.
create table portal.delivered_audit (
    measure varchar primary key,
    source varchar not null,
    hidden bigint not null,
    withheld bigint not null,
    exact bigint not null,
    two_values bigint not null,
    three_values bigint not null,
    contradicted bigint not null
)
