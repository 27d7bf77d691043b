"""The sixth migration: looks at the web, what is looked at, and what others were told of it."""

_GUARDED = ("exchanges", "feed_entries")

LOOKS = (
    """
    create table watches (
        id integer primary key,
        article_id integer references articles(id), /* null for feeds, and before the first look */
        host text not null,
        kind text not null check (kind in ('page', 'feed', 'sitemap', 'home', 'unknown')),
        state text not null default 'watched' check (state in ('watched', 'stopped')),
        outcome text not null default '', /* of the latest look; '' before the first */
        due_at text not null, /* when to look again, ISO 8601 UTC */
        looked_at text, /* null before the first look */
        changed_at text, /* when an edit was noticed last */
        gone_since text, /* the first look in a row that found it gone */
        failures_n integer not null default 0, /* looks in a row, to the last, that saw nothing */
        began_at text not null, /* published, as its feed says; else found */
        added_at text not null,
        found_in integer references watches(id), /* the feed or sitemap that named it */
        reason text not null default '', /* of the latest look */
        etag text not null default '', /* of the latest answer with a payload */
        last_modified text not null default '',
        validated_uri text not null default '', /* the address that gave these two */
        capture_id integer references captures(id), /* the capture that they validate */
        name text not null unique, /* the one spelling of its address */
        uri text not null /* as it is asked for */
    )
    """,
    "create index watches_due on watches(state, due_at)",
    "create index watches_host on watches(host, state, due_at)",
    "create index watches_kind on watches(kind)",
    "create index watches_outcome on watches(outcome)",
    "create index watches_article on watches(article_id)",
    "create index watches_found_in on watches(found_in)",
    """
    create table exchanges (
        id integer primary key,
        capture_id integer unique references captures(id), /* null for a feed or sitemap */
        watch_id integer references watches(id), /* null where nobody watches */
        asked_at text not null, /* ISO 8601 UTC */
        outcome text not null,
        status integer, /* of the last answer; null where there was none */
        asked_uri text not null,
        reason text not null default '',
        duration_ms integer not null, /* retries and redirects included */
        attempts integer not null,
        remote_address text not null default '',
        certificate_sha256 text not null default '', /* of the host's certificate, DER */
        redirects text not null default '[]', /* JSON: [address, status] */
        request_headers text not null default '[]', /* JSON: [name, value], of the last request */
        response_headers text not null default '[]' /* JSON, of the last answer */
    )
    """,
    "create index exchanges_asked_at on exchanges(asked_at)",
    "create index exchanges_watch on exchanges(watch_id)",
    "create index exchanges_outcome on exchanges(outcome)",
    "create index exchanges_status on exchanges(status)",
    """
    create table feed_entries (
        id integer primary key,
        watch_id integer not null references watches(id), /* the feed or sitemap */
        seen_at text not null, /* ISO 8601 UTC: the look that saw it so first */
        title text not null, /* as the feed has it */
        summary text not null, /* as the feed has it, without markup */
        published text not null, /* verbatim */
        updated text not null, /* verbatim */
        name text not null, /* of the article: the one spelling of its address */
        uri text not null /* as the feed has it */
    )
    """,
    "create index feed_entries_name on feed_entries(name, id)",
    "create index feed_entries_watch on feed_entries(watch_id, name, id)",
    """
    create view feed_titles as
        select
            feed_entries.seen_at, watches.article_id, feed_entries.title, feed_entries.summary,
            feed_entries.published, feed_entries.updated, feed_entries.uri,
            feeds.uri as feed
        from feed_entries
        join watches as feeds on feeds.id = feed_entries.watch_id
        left join watches on watches.name = feed_entries.name
    """,
    """
    create table alerts (
        id integer primary key,
        article_id integer not null references articles(id),
        receiver text not null, /* digest of its address, which may hold a password */
        version text not null, /* permanent name of the version that the edit made */
        state text not null check (state in ('waiting', 'sent', 'left out')),
        queued_at text not null,
        sent_at text,
        attempts integer not null default 0,
        reason text not null default '', /* why the last attempt failed */
        unique (receiver, article_id, version)
    )
    """,
    "create index alerts_state on alerts(state)",
    "create index alerts_article on alerts(article_id)",
    """
    create table _receivers (
        id integer primary key,
        receiver text not null unique,
        capture_id integer not null /* edits whose first capture is later are for it */
    )
    """,
    """
    create table _robots (
        id integer primary key,
        origin text not null unique,
        status integer not null, /* 0 where there was no answer */
        fetched_at text not null,
        text text not null
    )
    """,
    """
    create table _watch_days (
        id integer primary key,
        host text not null,
        day text not null,
        looks_n integer not null,
        unique (host, day)
    )
    """,
    *(
        f"""
        create trigger {table}_no_{verb} before {verb} on {table} begin
            select raise(abort, '{table}: recorded rows are never changed');
        end
        """
        for table in _GUARDED
        for verb in ("update", "delete")
    ),
)
"""Statements, in order. SQLite keeps the comments, but takes none that ends a line."""
