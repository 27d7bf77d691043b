"""The tables, as migrations. `docs/schema.md` is generated from a file they made.

Nothing here is newer than SQLite 3.34, and no table is STRICT: archives are published with stock
images. Recorded tables are guarded by triggers; derived ones are rebuilt by `derived.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archiver.store.judgement import JUDGEMENT
from archiver.store.lately_schema import LATELY
from archiver.store.looks_schema import LOOKS
from archiver.store.pages import PAGES
from archiver.store.withdrawals_schema import WITHDRAWALS

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x61726376
"""`pragma application_id` of an archive: "arcv" in ASCII."""

NAME = "archiver"
"""The name of our set in `_sqlite_migrations`."""

RECORDED = (
    "payloads",
    "documents",
    "blocks",
    "document_blocks",
    "fields",
    "captures",
    "labels",
    "titles",
)
"""What was observed, and what one extractor read from it: never updated, never deleted. The
tables of later migrations guard themselves."""

TABLES = (
    """
    create table sites (
        id integer primary key,
        host text not null unique -- "files" for what was never fetched
    )
    """,
    """
    create table articles (
        id integer primary key,
        title text not null default '', -- derived: given in article.yml, else the latest headline
        site_id integer not null references sites(id),
        versions_n integer not null default 0, -- derived
        last_changed text, -- derived: first_seen of the latest version
        first_seen text, -- derived, ISO 8601 UTC; null before the first capture
        last_seen text, -- derived
        captures_n integer not null default 0, -- derived
        uri text not null unique -- URI-R, or folder:/file: and a relative path
    )
    """,
    """
    create table article_aliases (
        id integer primary key,
        article_id integer not null references articles(id),
        uri text not null unique -- another name under which captures of it arrive
    )
    """,
    """
    create table payloads (
        id integer primary key,
        sha256 text not null unique, -- of the bytes before compression
        size_bytes integer not null check (size_bytes >= 0), -- before compression
        coding text not null check (coding in ('identity', 'zlib')),
        body blob not null
    )
    """,
    """
    create table documents (
        id integer primary key,
        payload_id integer not null references payloads(id),
        extractor text not null, -- name/number
        sha256 text not null, -- of the canonical form, see docs/schema.md
        words_n integer not null check (words_n >= 0), -- in the body
        language text not null default '', -- as the page says; '' where it does not
        canonical_uri text not null default '', -- as the page says
        encoding text not null default '', -- how the payload was decoded
        notes text not null default '', -- one a line: what to know of how it was read
        unique (payload_id, extractor)
    )
    """,
    """
    create table blocks (
        id integer primary key,
        sha256 text not null unique, -- of the text, UTF-8
        text text not null,
        words text -- the text with unspaced scripts spaced, for search; null where that is equal
    )
    """,
    """
    create table document_blocks (
        id integer primary key,
        document_id integer not null references documents(id),
        position integer not null check (position >= 0),
        kind text not null check (kind in (
            'heading', 'paragraph', 'list_item', 'quote', 'table_row', 'code', 'rule', 'caption'
        )),
        block_id integer not null references blocks(id),
        unique (document_id, position)
    )
    """,
    """
    create table fields (
        id integer primary key,
        document_id integer not null references documents(id),
        name text not null check (name in (
            'headline', 'standfirst', 'byline', 'claimed_published', 'claimed_modified',
            'caption', 'credit'
        )),
        place integer not null check (place >= 0), -- among its namesakes
        text text not null,
        words text, -- as in blocks
        unique (document_id, name, place)
    )
    """,
    """
    create table captures (
        id integer primary key,
        article_id integer not null references articles(id),
        payload_id integer references payloads(id), -- null where the look gave no bytes
        document_id integer references documents(id), -- null where they held no article
        captured_at text not null, -- ISO 8601 UTC
        time_from text not null check (time_from in ('name', 'option', 'mtime', 'clock')),
        not_before text, -- the time of the file given before it, which an mtime may not pass
        source text not null, -- a relative path, never one of the machine
        place integer not null, -- orders captures whose time is only a time of modification
        media_type text not null,
        outcome text not null check (outcome in (
            'ok', 'not_modified', 'blocked', 'gone', 'moved', 'paywalled', 'suspect', 'error'
        )),
        recorded_at text not null -- when this row was written, by our clock
    )
    """,
    """
    create table labels (
        id integer primary key,
        capture_id integer not null unique references captures(id),
        label text not null check (label <> ''),
        given_by text not null check (given_by in ('user', 'payload'))
    )
    """,
    """
    create table titles (
        id integer primary key,
        article_id integer not null references articles(id),
        title text not null check (title <> '') -- given in article.yml; the last one counts
    )
    """,
    """
    create table versions (
        id integer primary key,
        article_id integer not null references articles(id),
        number integer not null, -- by time, from 1; a late capture can shift it
        name text not null, -- the label, else "Version 3"
        label text not null, -- as shown; '' where there is none
        document_id integer not null references documents(id),
        sha256 text not null, -- of the document: the permanent name, with first_seen
        first_capture_id integer not null references captures(id),
        first_seen text not null,
        last_seen text not null,
        last_seen_old text, -- the last sight of the version before; null for the first
        captures_n integer not null check (captures_n > 0),
        headline text not null,
        words_n integer not null,
        removed_n integer not null default 0, -- words, against the version before
        inserted_n integer not null default 0,
        moved_n integer not null default 0,
        changes_n integer not null default 0,
        grades text not null default '[]', -- JSON array, least first
        disclosed integer check (disclosed in (0, 1)), -- null: nothing changed, or not judged
        revert_of integer, -- number of the earliest equal version
        unique (article_id, number)
    )
    """,
    """
    create table diffs (
        id integer primary key,
        article_id integer not null references articles(id),
        old_version_id integer not null references versions(id),
        new_version_id integer not null references versions(id),
        engine text not null, -- name/number
        tokeniser text not null,
        kept_n integer not null, -- words of the body
        removed_n integer not null,
        inserted_n integer not null,
        moved_n integer not null,
        disclosed integer check (disclosed in (0, 1)),
        edits text not null, -- positions, as archiver.diff encodes them
        unique (old_version_id, new_version_id)
    )
    """,
    """
    create table changes (
        id integer primary key,
        diff_id integer not null references diffs(id),
        article_id integer not null references articles(id),
        version_id integer not null references versions(id), -- the one it made
        first_seen text not null, -- of that version
        position integer not null, -- in the diff, from 0
        kind text not null check (kind in (
            'delete', 'insert', 'replace', 'move', 'split', 'merge'
        )),
        grade text not null,
        field text not null, -- 'body', or the name of a field
        block integer, -- in the new document, or the old one where deleted; null for a field
        old text not null,
        new text not null,
        old_words text, -- as in blocks
        new_words text,
        removed_n integer not null, -- words
        inserted_n integer not null
    )
    """,
)

INDEXES = (
    "create index articles_site on articles(site_id)",
    "create index articles_last_changed on articles(last_changed)",
    "create index articles_versions_n on articles(versions_n)",
    "create index aliases_article on article_aliases(article_id)",
    "create index documents_sha256 on documents(sha256)",
    "create index document_blocks_block on document_blocks(block_id)",
    "create index fields_name on fields(name)",
    "create index captures_article on captures(article_id, captured_at)",
    "create index titles_article on titles(article_id)",
    "create index captures_payload on captures(payload_id)",
    "create index captures_document on captures(document_id)",
    "create index captures_captured_at on captures(captured_at)",
    """
    create unique index captures_timed
        on captures(article_id, payload_id, source, captured_at) where time_from <> 'mtime'
    """,
    """
    create unique index captures_untimed
        on captures(article_id, payload_id, source) where time_from = 'mtime'
    """,
    "create index versions_article_sha256 on versions(article_id, sha256)",
    "create index versions_document on versions(document_id)",
    "create index versions_first_capture on versions(first_capture_id)",
    "create index versions_first_seen on versions(first_seen)",
    "create index versions_label on versions(label)",
    "create index versions_disclosed on versions(disclosed)",
    "create index diffs_article on diffs(article_id)",
    "create index diffs_new_version on diffs(new_version_id)",
    "create index changes_diff on changes(diff_id)",
    "create index changes_version on changes(version_id)",
    "create index changes_article on changes(article_id)",
    "create index changes_first_seen on changes(first_seen)",
    "create index changes_grade on changes(grade)",
    "create index changes_kind on changes(kind)",
    "create index changes_field on changes(field)",
)

TOKENIZE = "unicode61 remove_diacritics 2 categories 'L* N* Co Mc Mn'"
"""Accents count for nothing, but vowel signs do (Mc, Mn): without them Thai words are others."""

SEARCH = (
    "create view _block_words as select id, coalesce(words, text) as words from blocks",
    "create view _field_words as select id, coalesce(words, text) as words from fields",
    """
    create view _change_words as
        select id, coalesce(old_words, old) as old, coalesce(new_words, new) as new from changes
    """,
    f"""
    create virtual table blocks_fts using fts5(
        words, content='_block_words', content_rowid='id', tokenize="{TOKENIZE}"
    )
    """,
    f"""
    create virtual table fields_fts using fts5(
        words, content='_field_words', content_rowid='id', tokenize="{TOKENIZE}"
    )
    """,
    f"""
    create virtual table changes_fts using fts5(
        old, new, content='_change_words', content_rowid='id',
        tokenize="{TOKENIZE}"
    )
    """,
    """
    create trigger blocks_search after insert on blocks begin
        insert into blocks_fts(rowid, words) values (new.id, coalesce(new.words, new.text));
    end
    """,
    """
    create trigger fields_search after insert on fields begin
        insert into fields_fts(rowid, words) values (new.id, coalesce(new.words, new.text));
    end
    """,
    """
    create trigger changes_search after insert on changes begin
        insert into changes_fts(rowid, old, new) values (
            new.id, coalesce(new.old_words, new.old), coalesce(new.new_words, new.new)
        );
    end
    """,
    """
    create trigger changes_search_gone after delete on changes begin
        insert into changes_fts(changes_fts, rowid, old, new) values (
            'delete', old.id, coalesce(old.old_words, old.old), coalesce(old.new_words, old.new)
        );
    end
    """,
)

VIEWS = (
    """
    create view version_texts as
        select
            versions.id as version_id, versions.article_id, versions.number, versions.headline,
            (
                select group_concat(text, char(10)) from (
                    select blocks.text from document_blocks
                    join blocks on blocks.id = document_blocks.block_id
                    where document_blocks.document_id = versions.document_id
                    order by document_blocks.position
                )
            ) as text
        from versions
    """,
    """
    create view recent_changes as
        select
            changes.first_seen, articles.title as article, changes.grade, changes.kind,
            changes.field, changes.old, changes.new, versions.name as version,
            versions.last_seen_old, changes.article_id, changes.version_id
        from changes
        join articles on articles.id = changes.article_id
        join versions on versions.id = changes.version_id
    """,
    """
    create view headline_changes as
        select
            versions.first_seen, versions.last_seen_old, earlier.headline as old,
            versions.headline as new, articles.uri, versions.article_id,
            versions.id as version_id
        from versions
        join versions as earlier
            on earlier.article_id = versions.article_id and earlier.number = versions.number - 1
        join articles on articles.id = versions.article_id
        where earlier.headline <> versions.headline
    """,
    """
    create view stealth_edits as
        select recent_changes.* from recent_changes
        join versions on versions.id = recent_changes.version_id
        where versions.disclosed = 0
    """,
    """
    create view edit_windows as
        select
            article_id, id as version_id, number, last_seen_old as not_before,
            first_seen as not_after,
            cast((julianday(first_seen) - julianday(last_seen_old)) * 86400 as integer) as window_s
        from versions where last_seen_old is not null
    """,
)


def _guards() -> list[str]:
    return [
        f"""
        create trigger {table}_no_{verb} before {verb} on {table} begin
            select raise(abort, '{table}: recorded rows are never changed');
        end
        """
        for table in RECORDED
        for verb in ("update", "delete")
    ]


def migrations() -> Migrations:
    """Give the set, in order. Each runs in a transaction with its own record."""
    from sqlite_utils import Migrations

    steps = Migrations(NAME)

    @steps()
    def m001_archive(db: Database) -> None:
        for statement in (*TABLES, *INDEXES, *SEARCH, *VIEWS, *_guards()):
            db.execute(statement)

    @steps()
    def m002_judgement(db: Database) -> None:
        for statement in JUDGEMENT:
            db.execute(statement)

    @steps()
    def m003_pages(db: Database) -> None:
        for statement in PAGES:
            db.execute(statement)

    @steps()
    def m004_lately(db: Database) -> None:
        for statement in LATELY:
            db.execute(statement)

    @steps()
    def m005_withdrawals(db: Database) -> None:
        for statement in WITHDRAWALS:
            db.execute(statement)

    @steps()
    def m006_looks(db: Database) -> None:
        for statement in LOOKS:
            db.execute(statement)

    return steps


STEPS = (
    "m001_archive",
    "m002_judgement",
    "m003_pages",
    "m004_lately",
    "m005_withdrawals",
    "m006_looks",
)
"""The names `migrations()` gives, known without importing sqlite-utils; a test compares them."""
