-- One row per cell: all that is said of it as one text, for many to stand in a row.
-- Parted by bars: status (nothing for `value`), flags, value, numerator, denominator, lower, upper; no bars at the end,
-- nor noughts that come from the column's type.
create or replace temp table written_cell as
select
    indicator,
    breakdown,
    category,
    period_kind,
    period,
    area,
    rtrim(
        concat(
            if(status = 'value', '', status), '|',
            flags, '|',
            rtrim(rtrim(cast(value as varchar), '0'), '.'), '|',
            rtrim(rtrim(cast(numerator as varchar), '0'), '.'), '|',
            rtrim(rtrim(cast(denominator as varchar), '0'), '.'), '|',
            rtrim(rtrim(cast(lower as varchar), '0'), '.'), '|',
            rtrim(rtrim(cast(upper as varchar), '0'), '.')
        ),
        '|'
    ) as written
from portal.cell
