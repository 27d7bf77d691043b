"""The one writer: adds what was observed, and replaces what is derived from it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from archiver.diff import is_word, tokens
from archiver.digest import digest
from archiver.errors import LockedError, StoreError
from archiver.model import Capture, Document, Doubt, Outcome, Sha256, Sighting, Uri, iso
from archiver.store import blobs, files
from archiver.store.words import shadow
from archiver.uri import site, spellings

SELECT_MAX = 500
"""Values in one `in (...)`: SQLite before 3.32 took 999 parameters."""


class Store:
    """An archive open for writing. Make one with `open_store`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or none of it. Takes the write lock at once."""
        self.connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("rollback")
            raise
        self.connection.execute("commit")

    def writes_by_others(self) -> int:
        """Give a number that changes when another connection has written to the archive."""
        (number,) = self.connection.execute("pragma data_version").fetchone()
        return int(number)

    # articles

    def article_id(self, uri: Uri) -> int | None:
        """Find the article known under `uri`, its own or an alias, in any spelling of it."""
        for spelling in spellings(uri):
            row = self.connection.execute(
                """
                select id from articles where uri = :uri
                union all
                select article_id from article_aliases where uri = :uri
                limit 1
                """,
                {"uri": spelling},
            ).fetchone()
            if row is not None:
                return int(row[0])
        return None

    def add_article(self, uri: Uri) -> int:
        """Give the id of the article at `uri`, added where it is new."""
        known = self.article_id(uri)
        if known is not None:
            return known
        self.connection.execute(
            "insert or ignore into sites(host) values (?)",
            (site(uri),),
        )
        return self._insert(
            """
            insert into articles(uri, site_id)
            values (?, (select id from sites where host = ?))
            """,
            (uri, site(uri)),
        )

    def add_alias(self, article_id: int, uri: Uri) -> None:
        """Let captures that arrive as `uri` belong to the article, unless it is known already."""
        if self.article_id(uri) is None:
            self._insert(
                "insert into article_aliases(article_id, uri) values (?, ?)", (article_id, uri)
            )

    def add_conflict(self, capture_id: int, uri: Uri, article_id: int) -> None:
        """Record that a page claims the address of another article."""
        self._insert(
            "insert into conflicts(capture_id, uri, article_id) values (?, ?, ?)",
            (capture_id, uri, article_id),
        )

    def rename(self, folder: Uri, uri: Uri) -> None:
        """Let the article that was known as `folder` only be known as `uri`, which is new."""
        article_id = self.connection.execute(
            "select id from articles where uri = ?", (folder,)
        ).fetchone()[0]
        self.connection.execute("insert or ignore into sites(host) values (?)", (site(uri),))
        self.connection.execute(
            """
            update articles set uri = ?, site_id = (select id from sites where host = ?)
            where id = ?
            """,
            (uri, site(uri), article_id),
        )
        self.add_alias(article_id, folder)

    def is_known_as(self, uri: Uri) -> bool:
        """Tell whether `uri` is the first name of an article, no alias."""
        row = self.connection.execute("select 1 from articles where uri = ?", (uri,)).fetchone()
        return row is not None

    # what was observed

    def capture_id(self, article_id: int, capture: Capture, payload_sha256: Sha256) -> int | None:
        """Find the row of this look: `docs/decisions.md`, "The same capture again"."""
        untimed = capture.time_from == "mtime"
        row = self.connection.execute(
            """
            select captures.id from captures join payloads on payloads.id = captures.payload_id
            where article_id = ? and sha256 = ? and source = ? and (time_from = 'mtime') = ?
                and (? or captured_at = ?)
            limit 1
            """,
            (
                article_id,
                payload_sha256,
                capture.source,
                untimed,
                untimed,
                iso(capture.captured_at),
            ),
        ).fetchone()
        return None if row is None else int(row[0])

    def label_later(self, capture_id: int, label: str) -> bool:
        """Give a recorded look the label it has none of; tell whether it had none."""
        row = self.connection.execute(
            "select 1 from labels where capture_id = ?", (capture_id,)
        ).fetchone()
        if row is None:
            self._add_label(capture_id, label, "user")
        return row is None

    def _add_label(self, capture_id: int, label: str, given_by: str) -> None:
        self._insert(
            "insert into labels(capture_id, label, given_by) values (?, ?, ?)",
            (capture_id, label, given_by),
        )

    def title(self, article_id: int) -> str:
        """Give the title that was given last, "" where none was."""
        row = self.connection.execute(
            "select title from titles where article_id = ? order by id desc limit 1", (article_id,)
        ).fetchone()
        return "" if row is None else str(row[0])

    def add_title(self, article_id: int, title: str) -> None:
        """Record the title that the article is given from now on."""
        self._insert("insert into titles(article_id, title) values (?, ?)", (article_id, title))

    def add_capture(
        self,
        article_id: int,
        capture: Capture,
        read: Document | Doubt,
        *,
        recorded_at: datetime,
    ) -> Sighting:
        """Record the look, its payload, and the document read from it or why there is none."""
        payload_sha256 = blobs.sha256(capture.payload)
        not_before = "" if capture.not_before is None else iso(capture.not_before)
        payload_id = self._add_payload(capture.payload, payload_sha256)
        outcome, rule, reason = _found(capture, read)
        document_id = None if isinstance(read, Doubt) else self.add_document(payload_id, read)
        capture_id = self._insert(
            """
            insert into captures(
                article_id, payload_id, document_id, captured_at, time_from, not_before, source,
                place, media_type, status, final_uri, outcome, rule, reason, extractor,
                recorded_at
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                article_id,
                payload_id,
                document_id,
                iso(capture.captured_at),
                capture.time_from,
                not_before or None,
                capture.source,
                capture.place,
                capture.media_type,
                capture.status or None,
                capture.final_uri or None,
                outcome,
                rule,
                reason,
                read.extractor,
                iso(recorded_at),
            ),
        )
        label = capture.label or ("" if isinstance(read, Doubt) else read.label)
        if label:
            self._add_label(capture_id, label, "user" if capture.label else "payload")
        return Sighting(
            capture_id=capture_id,
            at=max(iso(capture.captured_at), not_before),
            time_from=capture.time_from,
            source=capture.source,
            place=capture.place,
            payload_sha256=payload_sha256,
            document_id=document_id,
            sha256=None if isinstance(read, Doubt) else digest(read),
            label=label,
            outcome=outcome,
        )

    def sightings(self, article_id: int) -> list[Sighting]:
        """Every capture of the article, as it was last read, in no order that means anything."""
        rows = self.connection.execute(
            """
            select captures.id, max(captured_at, coalesce(not_before, '')), time_from, source,
                place, coalesce(payloads.sha256, ''),
                documents.id, documents.sha256, coalesce(label, ''),
                coalesce(anew.outcome, captures.outcome)
            from captures
            left join payloads on payloads.id = captures.payload_id
            left join rereadings as anew on anew.id = (
                select max(id) from rereadings where capture_id = captures.id
            )
            left join documents on documents.id = case
                when anew.id is null then captures.document_id else anew.document_id
            end
            left join labels on labels.capture_id = captures.id
            where article_id = ?
            """,
            (article_id,),
        )
        return [Sighting(*row) for row in rows]

    def _add_payload(self, payload: bytes, payload_sha256: Sha256) -> int:
        row = self.connection.execute(
            "select id from payloads where sha256 = ?", (payload_sha256,)
        ).fetchone()
        if row is not None:
            return int(row[0])
        coding, body = blobs.pack(payload)
        return self._insert(
            "insert into payloads(sha256, size_bytes, coding, body) values (?, ?, ?, ?)",
            (payload_sha256, len(payload), coding, body),
        )

    def add_document(self, payload_id: int, document: Document) -> int:
        """Give the id of what an extractor read from a payload, recorded where it is new."""
        row = self.connection.execute(
            "select id, sha256 from documents where payload_id = ? and extractor = ?",
            (payload_id, document.extractor),
        ).fetchone()
        if row is not None:
            if row[1] != digest(document):
                raise StoreError(
                    f"{self.path}: {document.extractor} read payload {payload_id} differently "
                    "before. This is a fault of archiver: its extractor needs a new number"
                )
            return int(row[0])
        document_id = self._insert(
            """
            insert into documents(
                payload_id, extractor, sha256, words_n, language, canonical_uri, encoding, notes,
                section, second_opinion
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                payload_id,
                document.extractor,
                digest(document),
                sum(is_word(token) for block in document.blocks for token in tokens(block.text)),
                document.language,
                document.canonical_uri,
                document.encoding,
                "\n".join(document.notes),
                document.section,
                document.second_opinion,
            ),
        )
        self._add_text(document_id, document)
        return document_id

    def _add_text(self, document_id: int, document: Document) -> None:
        ids = self._block_ids([block.text for block in document.blocks])
        self.connection.executemany(
            """
            insert into document_blocks(document_id, position, kind, block_id)
            values (?, ?, ?, ?)
            """,
            (
                (document_id, position, block.kind, ids[block.text])
                for position, block in enumerate(document.blocks)
            ),
        )
        self.connection.executemany(
            "insert into fields(document_id, name, place, text, words) values (?, ?, ?, ?, ?)",
            (
                (document_id, name, place, text, shadow(text))
                for name, place, text in document.fields()
            ),
        )
        self.connection.executemany(
            """
            insert or ignore into claims(document_id, name, source, text, moment)
            values (?, ?, ?, ?, ?)
            """,
            ((document_id, *claim) for claim in document.claims),
        )
        self.connection.executemany(
            "insert into links(document_id, position, place, text, uri) values (?, ?, ?, ?, ?)",
            (
                (document_id, link.block, place, link.text, link.uri)
                for place, link in enumerate(document.links)
            ),
        )

    def _block_ids(self, texts: Sequence[str]) -> dict[str, int]:
        """Give the row of each text, added where it is new."""
        by_sha256 = {blobs.sha256(text.encode()): text for text in texts}
        wanted = list(by_sha256)
        ids: dict[str, int] = {}
        for start in range(0, len(wanted), SELECT_MAX):
            some = wanted[start : start + SELECT_MAX]
            marks = ", ".join("?" * len(some))
            rows = self.connection.execute(
                f"select id, sha256 from blocks where sha256 in ({marks})",  # noqa: S608 - marks only
                some,
            )
            ids |= {by_sha256[Sha256(sha256)]: int(block_id) for block_id, sha256 in rows}
        for sha256, text in by_sha256.items():
            if text not in ids:
                ids[text] = self._insert(
                    "insert into blocks(sha256, text, words) values (?, ?, ?)",
                    (sha256, text, shadow(text)),
                )
        return ids

    def _insert(self, statement: str, values: Sequence[object]) -> int:
        """Run an insert, and give the id of its row."""
        cursor = self.connection.execute(statement, values)
        if cursor.lastrowid is None:
            raise StoreError(f"{self.path}: nothing was inserted")
        return cursor.lastrowid


def _found(capture: Capture, read: Document | Doubt) -> tuple[Outcome, str, str]:
    """Give what a look observed: its outcome, the rule that says so, and why in a sentence."""
    if isinstance(read, Doubt):
        return read.outcome, read.rule, read.reason
    return capture.outcome, "", ""


@contextmanager
def open_store(path: Path) -> Iterator[Store]:
    """Open the archive at `path` for writing; one made here, into which nothing came, goes again.

    What SQLite raises inside is a StoreError, which says what would help.
    """
    real = path.resolve()
    made = files.make(real)
    try:
        connection = files.connect_for_writing(real)
    except LockedError:
        raise  # whoever holds it is filling it
    except BaseException:
        if made:
            files.remove(real)
        raise
    try:
        with files.saying_why(path):
            yield Store(path, connection)
    finally:
        if made:
            files.close_unused(connection, real)
        else:
            files.close(connection)
