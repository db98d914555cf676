"""Which files of releases anybody may download, and where."""

from dashboard.data import releases_folder
from warehouse.errors import UserError
from warehouse.releases import ListedFile, listed_files

AT_ONCE = 2
"""Downloads that one worker sends at the same time: each holds one of its threads for as long as its reader takes, and
some must be left for views.
"""

RELEASES = "/api/v1/releases"
"""Address of the list of files; each is found below it by its name."""


def given_out() -> tuple[ListedFile, ...]:
    """The files that are given out, the last published first."""
    try:
        return listed_files(releases_folder())
    except UserError:  # the manifest is damaged: the release that is open goes on being served
        return ()


def file_of(release: str) -> ListedFile | None:
    """The file of a release, if it is given out. A release is looked up among these, never joined to a path."""
    return next((one for one in given_out() if one.release == release), None)


def address_of(listed: ListedFile) -> str:
    """Where a file is downloaded."""
    return f"{RELEASES}/{listed.file.name}"
