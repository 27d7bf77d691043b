"""What can go wrong, and the exit code each kind ends in.

    ArchiverError                 exit 1
    ├── InputError                a source that cannot be read: one bad input never stops the rest
    │   ├── ExtractError          its bytes were read, but hold no text
    │   └── FetchError            an address that gave no answer to read
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


class FetchError(InputError):
    """An address that gave no answer to read.

    `rule` names what went wrong; `may_pass` says whether another try may help; `retry_after_s` is
    how long the host asks to be left alone, 0 where it does not.
    """

    def __init__(
        self, reason: str, *, rule: str, may_pass: bool = False, retry_after_s: float = 0
    ) -> None:
        super().__init__(reason)
        self.rule = rule
        self.may_pass = may_pass
        self.retry_after_s = retry_after_s


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
