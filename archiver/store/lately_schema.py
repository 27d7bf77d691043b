"""The fourth migration: what is counted once, so that no page counts it again.

Triggers keep the counts: whatever writes, removes or renumbers a version keeps them true.
"""


def _count(row: str, sign: int) -> str:
    """Give statements that count the edit in `row` (new or old) once more, or once less."""
    counts = f"""
        edits_n = edits_n + {sign},
        announced_n = announced_n + {sign} * ({row}.disclosed is 1),
        silent_n = silent_n + {sign} * ({row}.disclosed is 0)
    """
    return f"""
        insert into days(site_id, day, edits_n, announced_n, silent_n)
            select {row}.site_id, substr({row}.first_seen, 1, 10), 0, 0, 0
            where {row}.number > 1
            on conflict(day, site_id) do nothing;
        update days set {counts}
            where day = substr({row}.first_seen, 1, 10) and site_id = {row}.site_id
                and {row}.number > 1;
        update sites set {counts} where id = {row}.site_id and {row}.number > 1;
    """  # noqa: S608 - constants of this file


LATELY = (
    "alter table versions add column site_id integer references sites(id) /* of its article */",
    "alter table sites add column articles_n integer not null default 0 /* derived */",
    """
    alter table sites add column revised_n integer not null default 0
        /* derived: articles that had more than one version */
    """,
    """
    alter table sites add column edits_n integer not null default 0
        /* derived: versions but first ones */
    """,
    """
    alter table sites add column announced_n integer not null default 0
        /* derived: of the edits */
    """,
    """
    alter table sites add column silent_n integer not null default 0
        /* derived: edits with neither a note nor a new date */
    """,
    """
    create table days (
        id integer primary key,
        site_id integer not null references sites(id),
        day text not null, /* UTC, on which a version was first seen */
        edits_n integer not null,
        announced_n integer not null,
        silent_n integer not null,
        unique (day, site_id)
    )
    """,
    "update versions set site_id = (select site_id from articles where articles.id = article_id)",
    """
    insert into days(site_id, day, edits_n, announced_n, silent_n)
        select site_id, substr(first_seen, 1, 10), count(*), total(disclosed is 1),
            total(disclosed is 0)
        from versions where number > 1 group by 1, 2
    """,
    """
    update sites set
        articles_n = (select count(*) from articles where site_id = sites.id),
        revised_n = (select count(*) from articles where site_id = sites.id and versions_n > 1),
        edits_n = (select coalesce(sum(edits_n), 0) from days where site_id = sites.id),
        announced_n = (select coalesce(sum(announced_n), 0) from days where site_id = sites.id),
        silent_n = (select coalesce(sum(silent_n), 0) from days where site_id = sites.id)
    """,
    f"""
    create trigger versions_counted after insert on versions begin
        {_count("new", 1)}
    end
    """,
    f"""
    create trigger versions_uncounted after delete on versions begin
        {_count("old", -1)}
    end
    """,
    f"""
    create trigger versions_recounted
        after update of number, first_seen, disclosed, site_id on versions
        when (new.number > 1) <> (old.number > 1) or new.disclosed is not old.disclosed
            or new.first_seen <> old.first_seen or new.site_id is not old.site_id
    begin
        {_count("old", -1)}
        {_count("new", 1)}
    end
    """,
    """
    create trigger articles_counted after insert on articles begin
        update sites set articles_n = articles_n + 1, revised_n = revised_n + (new.versions_n > 1)
            where id = new.site_id;
    end
    """,
    """
    create trigger articles_recounted after update of versions_n, site_id on articles
        when (new.versions_n > 1) <> (old.versions_n > 1) or new.site_id <> old.site_id
    begin
        update sites set articles_n = articles_n - 1, revised_n = revised_n - (old.versions_n > 1)
            where id = old.site_id;
        update sites set articles_n = articles_n + 1, revised_n = revised_n + (new.versions_n > 1)
            where id = new.site_id;
    end
    """,
    """
    create trigger articles_moved after update of site_id on articles
        when new.site_id <> old.site_id
    begin
        update versions set site_id = new.site_id where article_id = new.id;
    end
    """,
    "drop index versions_disclosed",
    "drop index changes_kind",
    "drop index changes_version",
    "drop index articles_site",
    "create index versions_disclosed on versions(disclosed, first_seen)",
    "create index versions_site on versions(site_id, first_seen)",
    "create index versions_site_number on versions(site_id, number, first_seen)",
    "create index changes_kind on changes(kind, first_seen desc, version_id desc, position)",
    "create index changes_version on changes(version_id, position)",
    "create index articles_site on articles(site_id, last_changed)",
    "create index sites_edits_n on sites(edits_n)",
    "create index days_site on days(site_id, day)",
)
"""Statements, in order. It keeps the comments, but takes none that ends a line."""
