-- How an identifier becomes a pseudonym.

-- No blanks around it, and a Danish personal number without its hyphen: agencies write the same number both ways.
create or replace temp macro normalised(identifier) as
nullif(
    regexp_replace(
        regexp_replace(identifier, '^[\s\x{A0}]+|[\s\x{A0}]+$', '', 'g'), '^([0-9]{6})-([0-9]{4})$', '\1\2'
    ),
    ''
);

-- The first 128 bits of HMAC-SHA-256 under the linkage key, as 32 digits; none for an empty identifier.
create or replace temp macro pseudonym(identifier) as
left(
    sha256(getvariable('outer_key') || unhex(sha256(getvariable('inner_key') || encode(normalised(identifier))))), 32
);
