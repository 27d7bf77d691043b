"""`archiver list` and `archiver log`: what the archive holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from archiver.cli.output import (
    ArticleArgument,
    CsvOption,
    DatabaseArgument,
    JsonOption,
    NlOption,
    TableOption,
    TsvOption,
    counted,
    form,
    minutes,
    print_rows,
    write,
)

if TYPE_CHECKING:
    from archiver.model import Article, Look, Version

LIST_COLUMNS = ("id", "url", "title", "site", "versions", "first_seen", "last_changed", "state")
LOG_COLUMNS = (
    "number",
    "label",
    "first_seen",
    "last_seen_old",
    "headline",
    "words",
    "removed",
    "inserted",
    "moved",
    "grades",
    "disclosed",
    "revert_of",
    "confirmed",
    "other_reader",
    "sha256",
)


def list_articles(
    db: DatabaseArgument,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """List the articles in DB, newest change first.

    Example:
        archiver list news.db --json
    """
    from archiver.store.files import reading
    from archiver.store.queries import articles

    wanted = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    with reading(Path(db)) as connection:
        found = list(articles(connection))
    if wanted == "text":
        write("".join(map(_article_lines, found)) or "The archive holds no articles.\n")
    else:
        print_rows(map(_article_row, found), LIST_COLUMNS, wanted)


def _article_row(article: "Article") -> dict[str, Any]:
    return {
        "id": article.id,
        "url": article.uri,
        "title": article.title,
        "site": article.site,
        "versions": article.versions_n,
        "first_seen": article.first_seen,
        "last_changed": article.last_changed,
        "state": article.state,
    }


def _article_lines(article: "Article") -> str:
    from archiver.render.visible import visible

    told = f"{counted(article.captures_n, 'look')}, none of which found an article"
    if article.versions_n:
        told = (
            f"{counted(article.versions_n, 'version')}, last changed "
            f"{minutes(article.last_changed)}, first seen {minutes(article.first_seen)}"
        )
    state = "" if article.state == "ok" else f"; {article.state} {minutes(article.state_since)}"
    return (
        f"{article.id:>4}  {visible(article.title)}\n"
        f"      {visible(article.uri)}\n"
        f"      {told}{state}\n"
    )


def log(
    db: DatabaseArgument,
    article: ArticleArgument,
    json: JsonOption = False,
    nl: NlOption = False,
    csv: CsvOption = False,
    tsv: TsvOption = False,
    table: TableOption = False,
) -> None:
    """List the versions of ARTICLE: when each was seen, and what changed in it.

    An edit happened between "last seen old" and "first seen". Times are UTC.

    Example:
        archiver log news.db harbour-bridge
    """
    from archiver.store.asides import looks_in_vain
    from archiver.store.files import reading
    from archiver.store.queries import find_article, versions

    wanted = form(json=json, nl=nl, csv=csv, tsv=tsv, table=table)
    with reading(Path(db)) as connection:
        found = find_article(connection, article)
        listed = versions(connection, found.id)
        in_vain = looks_in_vain(connection, found.id)
    if wanted == "text":
        lines = [_article_lines(found), *map(_version_lines, listed), _looks_lines(in_vain)]
        write("".join(lines))
    else:
        print_rows(map(_version_row, listed), LOG_COLUMNS, wanted)


def _version_row(version: "Version") -> dict[str, Any]:
    return {
        "number": version.number,
        "label": version.label or None,
        "first_seen": version.first_seen,
        "last_seen_old": version.last_seen_old or None,
        "headline": version.headline,
        "words": version.words_n,
        "removed": version.removed_n,
        "inserted": version.inserted_n,
        "moved": version.moved_n,
        "grades": list(version.grades),
        "disclosed": version.disclosed,
        "revert_of": version.revert_of,
        "confirmed": version.confirmed,
        "other_reader": version.other_reader,
        "sha256": version.sha256,
    }


def _told(version: "Version") -> str:
    if version.disclosed is None:
        return ""
    return "; announced" if version.disclosed else "; not announced"


def _confirmed(version: "Version") -> str:
    """Say whether a second extractor saw a change, where one was asked."""
    if version.confirmed is None:
        return ""
    return "; confirmed" if version.confirmed else "; unconfirmed, a second extractor saw no change"


def _looks_lines(looks: "list[Look]") -> str:
    """Give a line for each look that found no article."""
    from archiver.render.visible import visible

    lines = [
        f"      {minutes(look.captured_at)}  {look.outcome}: {visible(look.reason)}\n"
        for look in looks
    ]
    return "".join(["\n      Looks that found no article:\n", *lines]) if lines else ""


def _version_lines(version: "Version") -> str:
    from archiver.render.visible import visible

    seen = minutes(version.first_seen)
    window = f"between {minutes(version.last_seen_old)} and {seen}"
    when = f"changed {window}" if version.last_seen_old else f"first seen {seen}"
    lines = [
        f"\n{version.number:>4}  {visible(version.name)}: {when}",
        f"      {visible(version.headline)}" if version.headline else "",
        f"      {counted(version.words_n, 'word')}, seen {counted(version.captures_n, 'time')}",
    ]
    if version.number > 1:
        grades = ", ".join(reversed(version.grades)) or "no change of text"
        moved = f", {version.moved_n} moved" if version.moved_n else ""
        words = f"-{version.removed_n} +{version.inserted_n} words{moved}"
        lines.append(f"      {words}: {grades}{_told(version)}{_confirmed(version)}")
    if version.other_reader:
        lines.append("      read by another extractor than before: changes may be ours")
    if version.revert_of is not None:
        lines.append(f"      same as version {version.revert_of}")
    return "\n".join(line for line in lines if line) + "\n"
