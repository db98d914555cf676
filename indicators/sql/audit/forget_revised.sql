-- One row less per withheld figure that is not delivered any more, or that its owner hides now.
delete from mart.withheld
where
    not exists (
        select 1
        from core.figure as figure
        where
            figure.measure = withheld.measure
            and figure.breakdown = withheld.breakdown
            and figure.category = withheld.category
            and figure.period_kind = withheld.period_kind
            and figure.period = withheld.period
            and figure.area = withheld.area
            and figure.status = 'value'
    )
