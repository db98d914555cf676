-- One row per indicator that is counted otherwise than in the release before: by another definition or other SQL.
create table portal.redefined (
    indicator varchar primary key
)
