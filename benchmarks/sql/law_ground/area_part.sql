-- One row per period and area that then belongs to a group. Groups with a member that changes are left out: before a
-- merger an area's people count in the groups of those that went into it.
create or replace temp table area_part as
select
    calendar.period_kind,
    calendar.period,
    whole.area as of_area,
    part.area
from core.membership as membership
inner join area_role as part on membership.member_code = part.area
inner join area_role as whole on membership.group_code = whole.area
inner join calendar
    on
        coalesce(membership.valid_from, calendar.last_day) <= calendar.last_day
        and coalesce(membership.valid_to, calendar.last_day) >= calendar.last_day
where
    whole.role in ('nested', 'grouping')
    and membership.group_code not in (
        select other.group_code
        from core.membership as other
        inner join area_role as member on other.member_code = member.area
        where member.changes
    )
