-- One row: what the source's contract says today.
insert or replace into core.source values ($source, $facts)
