"""The nouns: frozen, comparable, without I/O. Each docstring says what its word means here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import attrgetter
from typing import Final, Literal, NamedTuple, NewType

Uri = NewType("Uri", str)
"""A URI-R in its one spelling (`archiver.uri`), or `folder:` / `file:` and a relative path."""

Sha256 = NewType("Sha256", str)
"""64 lower-case hexadecimal digits."""

BlockKind = Literal[
    "heading", "paragraph", "list_item", "quote", "table_row", "code", "rule", "caption"
]
FieldName = Literal[
    "headline", "standfirst", "byline", "claimed_published", "claimed_modified", "caption", "credit"
]
ClaimName = Literal[
    "headline", "standfirst", "byline", "section", "claimed_published", "claimed_modified"
]
TimeFrom = Literal["name", "option", "mtime", "clock"]
Outcome = Literal["ok", "not_modified", "blocked", "gone", "moved", "paywalled", "suspect", "error"]
EditTag = Literal["equal", "delete", "insert", "replace"]
BlockEditKind = Literal["equal", "edited", "inserted", "deleted", "moved", "split", "merged"]
ChangeKind = Literal["delete", "insert", "replace", "move", "split", "merge"]
Grade = Literal[
    "typography",
    "punctuation",
    "spelling",
    "timestamp",
    "wording",
    "structure",
    "paragraph",
    "byline",
    "name",
    "date",
    "number",
    "quotation",
    "negation",
    "headline",
    "correction",
]
"""From least to most; a change gets the highest that holds."""

SINGLE_FIELDS: Final[tuple[FieldName, ...]] = (
    "headline",
    "standfirst",
    "byline",
    "claimed_published",
    "claimed_modified",
)
"""Fields a document has once at most, in the order a reader meets them."""

_singles = attrgetter(*SINGLE_FIELDS)

CLAIMED_DATES: Final[frozenset[FieldName]] = frozenset({"claimed_published", "claimed_modified"})
"""Fields with what the page says of its own age."""

MAX_PAYLOAD_BYTES = 30_000_000
"""More than any article; a book is 2 MB."""

OLD_VERSION = "Old Version"
"""The label of the baseline, and what a first version without a label is shown as."""


def iso(moment: datetime) -> str:
    """Give `moment` (aware) as ISO 8601 UTC text to the second, which sorts as time does.

    >>> iso(datetime(2023, 8, 1, tzinfo=UTC))
    '2023-08-01T00:00:00Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Block(NamedTuple):
    """One unit of body text, normalised: a paragraph, a heading, a table row, ..."""

    kind: BlockKind
    text: str


class Caption(NamedTuple):
    """What stands under a picture. `credit` is empty where none is given."""

    text: str
    credit: str = ""


class Claim(NamedTuple):
    """What one place of a page says of itself: `text` verbatim, where dates are not parsed.

    `source` is the place: "json-ld", "og:title", "h1", "meta article:modified_time", "time",
    "visible" and so on. `moment` is a date in ISO 8601 as precise as the page gives it
    ("2024-05-01", "2024-05-01T10:00+02:00"); "" for what is no date, or gives no year. A zone
    the page does not give stays away.
    """

    name: ClaimName
    source: str
    text: str
    moment: str = ""


class Link(NamedTuple):
    """A link in the text of block number `block`: its words, and its address as resolved."""

    block: int
    text: str
    uri: str


class Look(NamedTuple):
    """A recorded capture that held no article: when, what was found, and why in a sentence."""

    captured_at: str
    outcome: "Outcome"
    reason: str


class Doubt(NamedTuple):
    """A page that is no article to read: a look to record, which makes no version.

    `rule` is the name of what recognised it (`docs/pages.md`), `reason` a sentence for people.
    """

    outcome: "Outcome"
    rule: str
    reason: str
    extractor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one extractor read from one payload. All text is normalised; "" means absent.

    `claimed_*` are verbatim what the page says of itself, never guessed.
    Not part of its digest (`archiver.digest`): extractor, label, section, claims, links,
    second_opinion, canonical_uri, language, encoding, notes.
    """

    extractor: str
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    claimed_published: str = ""
    claimed_modified: str = ""
    captions: tuple[Caption, ...] = ()
    blocks: tuple[Block, ...] = ()
    label: str = ""
    section: str = ""
    claims: tuple[Claim, ...] = ()
    """All that the page says of itself, by place; the fields above are the best of them."""
    links: tuple[Link, ...] = ()
    second_opinion: str = ""
    """SHA-256 of the body as another extractor reads it; "" where none did."""
    canonical_uri: str = ""
    language: str = ""
    encoding: str = ""
    notes: tuple[str, ...] = ()
    """What a reader should know of how it was read, such as "joined hard-wrapped lines"."""

    def fields(self) -> Iterator[tuple[FieldName, int, str]]:
        """Each field that is there, as (name, place among its namesakes from 0, text)."""
        for name, text in zip(SINGLE_FIELDS, _singles(self), strict=True):
            if text:
                yield name, 0, text
        for place, caption in enumerate(self.captions):
            if caption.text:
                yield "caption", place, caption.text
            if caption.credit:
                yield "credit", place, caption.credit


class Redirect(NamedTuple):
    """An answer that led elsewhere: the address that gave it, its status."""

    uri: str
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What went over the wire in one look by HTTP, beside the payload.

    Headers are those of the last request and answer, in their order; a value is as it was sent.
    `duration_ms` is from the first request to the last byte, retries and redirects included.
    """

    asked_uri: str
    """The address that was asked for, as it was given."""
    status: int = 0
    """Of the last answer; 0 where there was none."""
    request_headers: tuple[tuple[str, str], ...] = ()
    response_headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[Redirect, ...] = ()
    remote_address: str = ""
    """The address that answered, with its port: "203.0.113.7:443"."""
    certificate_sha256: str = ""
    """Of the certificate of the host, DER; "" without TLS."""
    duration_ms: int = 0
    attempts: int = 1

    def header(self, name: str) -> str:
        """Give the value of a header of the answer, "" where it has none; case counts for nothing.

        >>> Exchange(asked_uri="", response_headers=(("ETag", '"a"'),)).header("etag")
        '"a"'
        """
        found = [value for key, value in self.response_headers if key.lower() == name.lower()]
        return ", ".join(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One observation: these bytes were seen at this time, in this place.

    `source` is a path from the nearest SOURCE argument, that one's last part included: never a
    path of the machine. `place` orders captures whose time is only a file's time of modification.
    """

    payload: bytes
    media_type: str
    captured_at: datetime
    time_from: TimeFrom
    source: str
    fallback_uri: Uri
    """The article's name where nothing else names it: `folder:...` or `file:...`."""
    declared_uri: Uri | None = None
    """From `--url` or `article.yml`; beats the page's own canonical link."""
    place: int = 0
    not_before: datetime | None = None
    """The time of the file given before it, which a mere time of modification may not pass."""
    label: str = ""
    title: str = ""
    outcome: Outcome = "ok"
    status: int = 0
    """Of the HTTP response; 0 where it is not known, as of a file."""
    final_uri: str = ""
    """Where redirects led, if they did."""
    exchange: Exchange | None = None
    """Of a look by HTTP."""
    unread_because: str = ""
    """Why its payload is kept and not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A look that observed nothing: `source` names it, `reason` says what was found and helps."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A look at an address that gave nothing to read: it is recorded, with its reason.

    `rule` names what went wrong: "timed-out", "robots", ... (docs/watching.md).
    """

    source: str
    uri: Uri
    captured_at: datetime
    outcome: Outcome
    rule: str
    reason: str
    exchange: Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """A look whose answer was that nothing changed (304): the payload of `capture_id` stands.

    The term is WARC's, which has the profile `server-not-modified` for it.
    """

    source: str
    uri: Uri
    captured_at: datetime
    capture_id: int
    exchange: Exchange


class Edit(NamedTuple):
    """A difflib opcode: old[i1:i2] became new[j1:j2]. Indexes count tokens."""

    tag: EditTag
    i1: int
    i2: int
    j1: int
    j2: int


class BlockEdit(NamedTuple):
    """How some blocks of the old document became some of the new: positions, never text.

    `edits` tile the tokens of the old blocks' texts joined with one line feed, and of the new
    ones; none are needed where `old` and `new` are equal or one side is empty.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    edits: tuple[Edit, ...] = ()

    @property
    def kind(self) -> BlockEditKind:
        if not self.old:
            return "inserted"
        if not self.new:
            return "deleted"
        if self.moved:
            return "moved"
        if len(self.old) == 1 and len(self.new) > 1:
            return "split"
        if len(self.old) > 1 and len(self.new) == 1:
            return "merged"
        return "edited" if self.edits else "equal"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEdit:
    """How one field changed; `edits` tile its tokens on both sides.

    `old` and `new` are its places among its namesakes in the two documents, None where it is not
    there. `archiver.diff.field_texts` gives its two texts.
    """

    field: FieldName
    old: int | None
    new: int | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A stretch inside a block, such as a sentence, that went here and came there.

    It is tokens [i1:i2] of block `old`, which a `BlockEdit` deletes, and tokens [j1:j2] of block
    `new`, which one inserts; the edits of blocks stay as they are without it. `edits` tile the
    tokens of the stretch on both sides, counted from its start.
    """

    old: int
    i1: int
    i2: int
    new: int
    j1: int
    j2: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All that turns one document into another: positions, never text.

    `blocks` stand in the order of the new document, deleted ones where they stood; every block
    of both documents stands in exactly one. `fields` holds only fields that differ, `moves` what
    of the deleted and inserted text in `blocks` is the same text elsewhere, in the order of the
    new document, without overlap on either side.
    """

    old: Sha256
    new: Sha256
    engine: str
    tokeniser: str
    blocks: tuple[BlockEdit, ...]
    fields: tuple[FieldEdit, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row a reader can query. `old` and `new` are text with outer blanks stripped.

    `block` is the index of the block in the new document, or in the old one where it was deleted;
    None for a field. `removed_n` and `inserted_n` count words. `rule` names the rule that gave the
    grade (docs/grades.md). `in_note` says that a note the page added seems to speak of this
    change: a guess, kept cautious.
    """

    kind: ChangeKind
    old: str
    new: str
    block: int | None
    field: FieldName | Literal["body"]
    removed_n: int
    inserted_n: int
    grade: Grade = "wording"
    rule: str = ""
    in_note: bool = False


class Judgement(NamedTuple):
    """What two versions' changes are, and whether the page told of them.

    `disclosed` is true where a note appeared or changed or a claimed date did, false where
    something else changed, None where nothing did, or typography alone. `notices` are the texts of
    the notes that appeared or changed, as they stand in the new document.
    """

    changes: tuple[Change, ...]
    disclosed: bool | None
    notices: tuple[str, ...] = ()


class Words(NamedTuple):
    """Counts of words: tokens that hold a letter or a digit."""

    kept: int
    removed: int
    inserted: int
    moved: int = 0


class Sighting(NamedTuple):
    """A recorded capture with what orders and labels it, and what was last read from it.

    `document_id` and `sha256` are None where it held no article, of which `outcome` says why.
    `at` is the time that counts: `captured_at` where that was given, else a time of modification
    held between the times of its neighbours.
    """

    capture_id: int
    at: str
    time_from: TimeFrom
    source: str
    place: int
    payload_sha256: Sha256
    document_id: int | None
    sha256: Sha256 | None
    label: str
    outcome: Outcome = "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A maximal run of sightings with equal documents: a version, before it has a row.

    Times are ISO 8601 UTC text, as in the archive, the ones that count. `last_seen_old` is the
    last sight of the run before it ("" for the first).
    """

    document_id: int
    sha256: Sha256
    first_capture_id: int
    first_seen: str
    last_seen: str
    last_seen_old: str
    captures_n: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The thing published at one URI-R, as the archive knows it now. "" where nothing is known."""

    id: int
    uri: Uri
    title: str
    site: str
    versions_n: int
    captures_n: int
    first_seen: str
    last_changed: str
    state: Outcome = "ok"
    """What its latest look found, since `state_since`, where that was no article."""
    state_since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A maximal run of captures with equal documents, numbered by time from 1.

    The edit that made it happened between `last_seen_old`, the last sight of the version before
    it ("" for the first), and `first_seen`. `removed_n`, `inserted_n` and `moved_n` count words
    against the version before; `revert_of` is the number of the earliest equal version. `label`
    is what it is shown as: the given one, "Old Version" for a first one without, else "".
    `confirmed` says whether a second extractor saw a change too, None where there was none to ask;
    `other_reader` that the version before was read by another extractor than this one.
    """

    id: int
    document_id: int
    number: int
    label: str
    sha256: Sha256
    first_seen: str
    last_seen: str
    last_seen_old: str
    captures_n: int
    headline: str
    words_n: int
    removed_n: int
    inserted_n: int
    moved_n: int
    grades: tuple[Grade, ...]
    disclosed: bool | None
    revert_of: int | None
    confirmed: bool | None = None
    other_reader: bool = False

    @property
    def name(self) -> str:
        """Its label, else "Version 3"."""
        return self.label or f"Version {self.number}"
