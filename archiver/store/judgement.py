"""The second migration: why a change has its grade, and what the page said of it."""

JUDGEMENT = (
    """
    alter table changes add column rule text not null default ''
        /* gave the grade (docs/grades.md); '' where an earlier archiver judged */
    """,
    """
    alter table changes add column in_note integer not null default 0
        /* 1: a note that the page added seems to speak of it */
    """,
    """
    alter table versions add column notices text not null default '[]'
        /* JSON array: the notes on the page that appeared or changed with it */
    """,
    """
    alter table diffs add column delta text
        /* of the plain texts, as diff-match-patch writes it; null: not computed */
    """,
    "drop index changes_first_seen",
    "drop index changes_grade",
    "drop index changes_article",
    "create index changes_first_seen on changes(first_seen desc, version_id desc, position)",
    "create index changes_grade on changes(grade, first_seen desc, version_id desc, position)",
    """
    create index changes_article
        on changes(article_id, first_seen desc, version_id desc, position)
    """,
    "create index changes_rule on changes(rule)",
    """
    create index changes_in_note
        on changes(in_note, first_seen desc, version_id desc, position)
    """,
    "drop view stealth_edits",
    "drop view recent_changes",
    """
    create view recent_changes as
        select
            changes.first_seen, articles.title as article, changes.grade, changes.rule,
            changes.kind, changes.field, changes.old, changes.new, versions.name as version,
            versions.last_seen_old, versions.disclosed, changes.article_id, changes.version_id
        from changes
        join articles on articles.id = changes.article_id
        join versions on versions.id = changes.version_id
    """,
    """
    create view stealth_edits as
        select * from recent_changes
        where +disclosed = 0 and +grade in (
            'number', 'date', 'name', 'quotation', 'negation', 'headline'
        )
    """,
)
"""Statements, in order. The indexes give the newest changes first, those of one version in the
order of its diff, without sorting; the plus signs keep SQLite on that way. It keeps the comments,
but takes none that ends a line.
"""
