"""The third migration: what a page claims, what was no article, and what was read anew."""

PAGES = (
    """
    alter table documents add column section text not null default ''
        /* as the page says */
    """,
    """
    alter table documents add column second_opinion text not null default ''
        /* SHA-256 of the body as another extractor reads it; '' where none did */
    """,
    """
    create table claims (
        id integer primary key,
        document_id integer not null references documents(id),
        name text not null check (name in (
            'headline', 'standfirst', 'byline', 'section', 'claimed_published', 'claimed_modified'
        )),
        source text not null, /* the place on the page, such as json-ld or og:title */
        text text not null, /* verbatim */
        moment text not null, /* a date in ISO 8601, as precise as the page; '' for other text */
        unique (document_id, name, source, text)
    )
    """,
    """
    create table links (
        id integer primary key,
        document_id integer not null references documents(id),
        position integer not null, /* of the block it stands in */
        place integer not null check (place >= 0), /* among the links of the document */
        text text not null,
        uri text not null,
        unique (document_id, place)
    )
    """,
    "alter table captures add column status integer /* of the HTTP response; null: not known */",
    "alter table captures add column final_uri text /* where redirects led; null: nowhere else */",
    """
    alter table captures add column rule text not null default ''
        /* recognised a page that is no article (docs/pages.md) */
    """,
    """
    alter table captures add column reason text not null default ''
        /* the same in a sentence */
    """,
    """
    alter table captures add column extractor text not null default ''
        /* what read it; '' where an earlier archiver did: documents.extractor says it */
    """,
    """
    create table rereadings (
        id integer primary key,
        capture_id integer not null references captures(id),
        document_id integer references documents(id), /* null where it held no article */
        extractor text not null, /* name/number */
        outcome text not null check (outcome in (
            'ok', 'blocked', 'gone', 'moved', 'paywalled', 'suspect', 'error'
        )),
        rule text not null,
        reason text not null,
        recorded_at text not null, /* when this row was written, by our clock */
        unique (capture_id, extractor)
    )
    """,
    """
    create table conflicts (
        id integer primary key,
        capture_id integer not null references captures(id),
        uri text not null, /* which the page claims as its own */
        article_id integer not null references articles(id), /* which has it already */
        unique (capture_id, uri)
    )
    """,
    """
    alter table versions add column confirmed integer check (confirmed in (0, 1))
        /* 1: a second extractor saw a change too; null: nothing to compare, or no second one */
    """,
    """
    alter table versions add column other_reader integer not null default 0
        /* 1: the version before was read by another extractor, so that changes may be ours */
    """,
    """
    alter table articles add column state text not null default 'ok'
        /* derived: the outcome of its latest look */
    """,
    "alter table articles add column state_since text /* derived: the first such look in a row */",
    "create index claims_document on claims(document_id)",
    "create index claims_name on claims(name, source)",
    "create index links_document on links(document_id)",
    "create index links_uri on links(uri)",
    "create index captures_outcome on captures(outcome)",
    "create index rereadings_capture on rereadings(capture_id)",
    "create index rereadings_document on rereadings(document_id)",
    "create index conflicts_article on conflicts(article_id)",
    "create index versions_confirmed on versions(confirmed)",
    "create index articles_state on articles(state)",
    *(
        f"""
        create trigger {table}_no_{verb} before {verb} on {table} begin
            select raise(abort, '{table}: recorded rows are never changed');
        end
        """
        for table in ("claims", "links", "rereadings", "conflicts")
        for verb in ("update", "delete")
    ),
)
"""Statements, in order. It keeps the comments, but takes none that ends a line."""
