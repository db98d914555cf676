-- Deletes from a staged delivery what it tells of persons who were forgotten.
delete from stage.accepted
where
    sha256(replace(cast(accepted.person_id as varchar), '-', '')) in (
        select forgotten.person_sha256 from warehouse.raw.forgotten as forgotten
    )
