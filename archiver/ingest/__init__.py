"""The one verb: captures in, versions out. It knows no source and no printer."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from archiver.diff import DEFAULT_ENGINE, diff, words
from archiver.diff.delta import delta
from archiver.errors import InputError
from archiver.grade import judged
from archiver.ingest.rereading import Extractor, ExtractorOf, Reread, reread
from archiver.ingest.results import Kind, Result, kept_unread, of_withdrawn, unreadable
from archiver.ingest.timeline import Timeline
from archiver.model import (
    Capture,
    Document,
    Doubt,
    Failure,
    Miss,
    Revisit,
    Sha256,
    Uri,
)
from archiver.store import Store, derived, looks, queries, rereadings, withdrawals
from archiver.store.blobs import sha256
from archiver.store.derived import Compared
from archiver.uri import is_home, uri_r

Clock = Callable[[], datetime]

TIMELINES_MAX = 4_096
"""Timelines kept in memory, for articles that are looked at in turn."""


def compare(
    old: Document, new: Document, engine: str, digests: tuple[Sha256, Sha256] | None = None
) -> Compared:
    """Give the diff of two documents, the judgement of it, its counts of words and its delta."""
    found = diff(old, new, engine=engine, digests=digests)
    return Compared(found, judged(found, old, new), words(found, old, new), delta(found, old, new))


class _Ingest:
    """The state of one run: the archive, and what was learnt on the way."""

    def __init__(
        self,
        store: Store,
        extract: Extractor,
        clock: Clock,
        engine: str,
        extractor_of: ExtractorOf | None,
    ) -> None:
        self.store = store
        self.extract = extract
        self.clock = clock
        self.engine = engine
        self.extractor_of = extractor_of
        self.current: set[int] = set()
        """The articles of which this run knows that today's extractor has read all."""
        self.folders: dict[Uri, Uri] = {}
        """The article that each folder of this run turned out to be."""
        self.timelines: OrderedDict[int, Timeline] = OrderedDict()
        """Those of the articles whose captures came last, as long as nobody else writes."""
        self.state = -1
        """The state of the file that they are of."""

    def one(self, capture: Capture) -> Result:
        payload_sha256 = sha256(capture.payload)
        uri = self._known_uri(capture)
        article_id = None if uri is None else self.store.article_id(uri)
        if article_id is not None:
            if withdrawn := withdrawals.withdrawal(self.store.connection, article_id):
                return of_withdrawn(capture, withdrawn)
            capture_id = self.store.capture_id(article_id, capture, payload_sha256)
            if capture_id is not None:
                with self.store.transaction():
                    return self._known(capture, article_id, capture_id)
        try:
            read = kept_unread(capture) or self.extract(capture)
        except InputError as error:
            if capture.exchange is None:
                return Result(outcome="failed", source=capture.source, reason=str(error))
            read = unreadable(capture, error)
        canonical = _canonical(read)
        if canonical is not None and (known := self.store.article_id(canonical)) is not None:
            withdrawn = withdrawals.withdrawal(self.store.connection, known)
            if withdrawn:
                return of_withdrawn(capture, withdrawn)
        with self.store.transaction():
            return self._record(capture, read, payload_sha256)

    def look(self, look: Miss | Revisit) -> Result:
        """Record a look by HTTP that gave no payload: nothing to read, or nothing that changed."""
        article_id = self.store.article_id(look.uri)
        if article_id is not None:
            if withdrawn := withdrawals.withdrawal(self.store.connection, article_id):
                return of_withdrawn(look, withdrawn)
            if looks.is_recorded(self.store, article_id, look):
                return self._result("known", look, article_id)
        with self.store.transaction():
            article_id = self.store.add_article(look.uri)
            before = self._timeline(article_id)
            add = looks.add_miss if isinstance(look, Miss) else looks.add_revisit
            sighting = add(self.store, article_id, look, self.clock())  # type: ignore[arg-type]
            after = before.with_one_more(sighting)
            self._derive(article_id, after)
            self._keep(article_id, after)
            if isinstance(look, Miss):
                found = self._result("missed", look, article_id)
                found = replace(found, reason=f"{look.outcome}: {look.reason}")
            else:
                at = after.run_at(sighting.capture_id)
                found = self._result("same" if at is not None else "doubt", look, article_id)
                if at is not None:
                    found = replace(found, number=at + 1, label=after.runs[at].label)
        return replace(found, seen=sighting.outcome, capture_id=sighting.capture_id)

    def _known_uri(self, capture: Capture) -> Uri | None:
        """Give the article's name where it does not depend on what the page says of itself.

        A folder is one article, whatever its pages call themselves; a file's name says little. An
        address that was looked at before stays the article it was.
        """
        if capture.declared_uri is not None:
            return capture.declared_uri
        if capture.fallback_uri.startswith(("http://", "https://")):
            known = self.store.article_id(capture.fallback_uri)
            return None if known is None else capture.fallback_uri
        if not capture.fallback_uri.startswith("folder:"):
            return None
        owner = self.store.article_id(capture.fallback_uri)
        return self.folders.get(capture.fallback_uri) or (capture.fallback_uri if owner else None)

    def _uri(self, capture: Capture, canonical: Uri | None) -> Uri:
        """Give the article's name: declared, its folder's, the page's own, its alias, its file's.

        An article known by its folder alone takes the first address it is given.
        """
        folder = capture.fallback_uri
        uri = self._known_uri(capture) or canonical or folder
        address = capture.declared_uri or canonical
        if (
            address is not None
            and folder.startswith("folder:")
            and uri in {folder, address}
            and self.store.is_known_as(folder)
            and self.store.article_id(address) is None
        ):
            self.store.rename(folder, address)
            uri = address
        if folder.startswith("folder:") and capture.declared_uri is None:
            self.folders[folder] = uri
        return uri

    def _known(self, capture: Capture, article_id: int, capture_id: int) -> Result:
        """Take what is new of a look that is recorded: a label it had none of, a title."""
        labelled = bool(capture.label) and self.store.label_later(capture_id, capture.label)
        if self._titled(capture, article_id) or labelled:
            self.timelines.pop(article_id, None)
            self._derive(article_id, Timeline.of(self.store.sightings(article_id)))
        return self._result("known", capture, article_id)

    def _titled(self, capture: Capture, article_id: int) -> bool:
        """Record the title given with the look, and tell whether it is another than before."""
        is_other = bool(capture.title) and capture.title != self.store.title(article_id)
        if is_other:
            self.store.add_title(article_id, capture.title)
        return is_other

    def _record(self, capture: Capture, read: Document | Doubt, payload_sha256: Sha256) -> Result:
        canonical = _canonical(read)
        article_id = self.store.add_article(self._uri(capture, canonical))
        if capture.declared_uri is None:
            self.store.add_alias(article_id, capture.fallback_uri)
        capture_id = self.store.capture_id(article_id, capture, payload_sha256)
        if capture_id is not None:
            return self._known(capture, article_id, capture_id)
        self._titled(capture, article_id)
        notes = self._reread(article_id)
        before = self._timeline(article_id)
        versions_n = len(before.runs)
        sighting = self.store.add_capture(article_id, capture, read, recorded_at=self.clock())
        if capture.exchange is not None:
            looks.add_exchange(
                self.store,
                capture.exchange,
                asked_at=capture.captured_at,
                outcome=sighting.outcome,
                capture_id=sighting.capture_id,
            )
        notes += self._named(article_id, capture, canonical, sighting.capture_id)
        after = before.with_one_more(sighting)
        self._derive(article_id, after)
        self._keep(article_id, after)
        at = after.run_at(sighting.capture_id)
        if at is None or isinstance(read, Doubt):
            reason = read.reason if isinstance(read, Doubt) else ""
            found = self._result("doubt", capture, article_id)
            found = replace(found, seen=sighting.outcome, capture_id=sighting.capture_id)
            return replace(found, reason=f"{sighting.outcome}: {reason}", notes=notes)
        outcome: Literal["new", "same"] = "new" if len(after.runs) > versions_n else "same"
        found = self._result(outcome, capture, article_id, at + 1, after.runs[at].label)
        return replace(found, notes=notes, capture_id=sighting.capture_id)

    def _reread(self, article_id: int) -> tuple[str, ...]:
        """Let today's extractor read what an earlier one read, so that both sides are of one."""
        if self.extractor_of is None or article_id in self.current:
            return ()
        self.current.add(article_id)
        found = list(reread(self.store, article_id, self.extract, self.extractor_of))
        if not self.record_anew(article_id, found):
            return ()
        return (f"{len(found)} earlier captures of it were read anew by today's extractor",)

    def record_anew(self, article_id: int, found: Sequence[Reread]) -> bool:
        """Record what was read anew and derive the article from it; tell whether anything was."""
        recorded = False
        for unread, read in found:
            if not isinstance(read, InputError):
                rereadings.add_rereading(self.store, unread, read, self.clock())
                recorded = True
        if recorded:
            self.timelines.pop(article_id, None)
            self._derive(article_id, Timeline.of(self.store.sightings(article_id)))
        return recorded

    def _named(
        self, article_id: int, capture: Capture, canonical: Uri | None, capture_id: int
    ) -> tuple[str, ...]:
        """Let the page's own address, and where redirects led, be names of the article too.

        One that another article has stays with that: which of the two is wrong we cannot know.
        A front page is no name of an article: templates claim it by mistake.
        """
        notes: tuple[str, ...] = ()
        led = _spelt(capture.final_uri)
        for uri in dict.fromkeys(uri for uri in (canonical, led) if uri and not is_home(uri)):
            owner = self.store.article_id(uri)
            if owner is None:
                self.store.add_alias(article_id, uri)
            elif owner != article_id:
                self.store.add_conflict(capture_id, uri, owner)
                notes += (f"claims {uri}, which is article {owner}; kept apart",)
        return notes

    def _derive(self, article_id: int, timeline: Timeline) -> None:
        derived.write_runs(
            self.store.connection,
            article_id,
            timeline.runs,
            start=timeline.settled,
            compare=self._compare,
            state=timeline.state,
        )

    def _timeline(self, article_id: int) -> Timeline:
        """Give the article's timeline, read anew where another writer came or it is long ago."""
        state = self.store.writes_by_others()
        if state != self.state:
            self.timelines.clear()
            self.state = state
        known = self.timelines.pop(article_id, None)  # a timeline is spent when it grows
        return known or Timeline.of(self.store.sightings(article_id))

    def _keep(self, article_id: int, timeline: Timeline) -> None:
        self.timelines[article_id] = timeline
        if len(self.timelines) > TIMELINES_MAX:
            self.timelines.popitem(last=False)

    def _compare(self, old: int, new: int) -> Compared:
        connection = self.store.connection
        return compare(
            queries.document(connection, old),
            queries.document(connection, new),
            self.engine,
            (queries.document_digest(connection, old), queries.document_digest(connection, new)),
        )

    def _result(
        self,
        outcome: Kind,
        capture: Capture | Miss | Revisit,
        article_id: int,
        number: int = 0,
        label: str = "",
    ) -> Result:
        article = queries.article(self.store.connection, article_id)
        return Result(
            outcome=outcome,
            source=capture.source,
            article_id=article_id,
            uri=article.uri if article else "",
            number=number,
            label=label,
        )


def _spelt(address: str) -> Uri | None:
    """Give the one spelling of an address, None for what is none."""
    try:
        return uri_r(address) if address else None
    except InputError:
        return None


def _canonical(read: Document | Doubt) -> Uri | None:
    """Give the address that a page claims as its own."""
    if isinstance(read, Doubt) or not read.canonical_uri:
        return None
    return Uri(read.canonical_uri)


def ingest(
    captures: Iterable[Capture | Miss | Revisit | Failure],
    store: Store,
    extract: Extractor,
    clock: Clock,
    engine: str = DEFAULT_ENGINE,
    extractor_of: ExtractorOf | None = None,
) -> Iterator[Result]:
    """Record each capture with all that follows from it, one transaction each.

    With `extractor_of`, an article that an earlier extractor read is read anew, from the bytes
    that were kept, before a capture is added to it.
    What one capture gets wrong is its Result; what the archive gets wrong (StoreError) is raised,
    and leaves the captures before it recorded.
    """
    run = _Ingest(store, extract, clock, engine, extractor_of)
    for item in captures:
        if isinstance(item, Failure):
            yield Result(outcome="failed", source=item.source, reason=item.reason)
        elif isinstance(item, Miss | Revisit):
            yield run.look(item)
        else:
            yield run.one(item)


def reextract(
    store: Store,
    article_id: int,
    extract: Extractor,
    extractor_of: ExtractorOf,
    clock: Clock,
    engine: str = DEFAULT_ENGINE,
) -> list[Reread]:
    """Let today's extractor read all captures of an article that another one read, and derive it.

    One transaction: either all of its captures are read by one extractor, or it is as it was. What
    cannot be read keeps its earlier reading.
    """
    run = _Ingest(store, extract, clock, engine, extractor_of)
    found = list(reread(store, article_id, extract, extractor_of))
    if found:
        with store.transaction():
            run.record_anew(article_id, found)
    return found
