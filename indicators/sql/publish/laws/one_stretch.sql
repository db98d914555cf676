-- One row: the number of cells that lie outside the one stretch of rows of their category and period kind.
select
    (
        select coalesce(sum(stretch.last_row - stretch.first_row + 1), 0)
        from portal.cell_stretch as stretch
    ) - (
        select count(*)
        from portal.cell
    ) as broken
