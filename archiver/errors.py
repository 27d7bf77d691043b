"""What can go wrong, and the exit code each kind ends in.

    ArchiverError                 exit 1
    ├── InputError                a source that cannot be read: one bad input never stops the rest
    │   └── ExtractError          its bytes were read, but hold no text
    ├── StoreError                the archive cannot be opened, read or written: fatal
    │   ├── LockedError           another program holds it
    │   ├── ForeignError          not SQLite, or not an archive of ours
    │   └── NewerSchemaError      written by a later archiver
    └── LookupFailedError         no such article or version, or more than one
        ├── AmbiguousError        several candidates, which it lists
        └── WithdrawnError        it was withdrawn, for a reason that it says

A message has a subject, what was found, and what would help.
"""


class ArchiverError(Exception):
    """The root: every error this package raises on purpose."""


class InputError(ArchiverError):
    """A source that cannot be read."""


class ExtractError(InputError):
    """Bytes that were read but hold no text."""


class StoreError(ArchiverError):
    """The archive cannot be opened, read or written."""


class LockedError(StoreError):
    """Another program holds the archive."""


class ForeignError(StoreError):
    """Not a SQLite file, or one that is not an archive of ours."""


class NewerSchemaError(StoreError):
    """An archive written by a later version of archiver."""


class LookupFailedError(ArchiverError):
    """No such article or version."""


class AmbiguousError(LookupFailedError):
    """A name that fits several articles."""


class WithdrawnError(LookupFailedError):
    """An article that may not be shown."""
