-- Where nothing was told before, what is withdrawn is a gap.
update portal.cell as cell
set flags = ''
where
    cell.status = 'withdrawn'
    and cell.flags = 'held'
