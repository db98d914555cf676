-- No row of the country stays: the profile and the places are about to be written anew.
delete from core.country;
delete from core.area;
delete from core.membership;
delete from core.succession;
delete from core.scheme;
delete from core.age_band;
