"""The fifth migration: what was withdrawn from readers, and why."""

WITHDRAWALS = (
    """
    create table withdrawals (
        id integer primary key,
        article_id integer not null unique references articles(id),
        reason text not null check (reason <> ''),
        withdrawn_at text not null, /* by our clock */
        is_erased integer not null check (is_erased in (0, 1)) /* 1: its payloads were erased too */
    )
    """,
    *(
        f"""
        create trigger withdrawals_no_{verb} before {verb} on withdrawals begin
            select raise(abort, 'withdrawals: recorded rows are never changed');
        end
        """
        for verb in ("update", "delete")
    ),
)
"""Statements, in order. It keeps the comments, but takes none that ends a line."""
