"""Whether the page told of its changes: notes that appeared or changed, claimed dates that did."""

from collections.abc import Iterable, Sequence

from archiver.grade.moments import told_time
from archiver.grade.notices import closing_notice, headline_slug, in_notice, is_notice
from archiver.grade.passages import Passage
from archiver.grade.rules import Rule
from archiver.grade.timelines import is_time_line, segment
from archiver.model import Document

Ruled = tuple[Passage, Rule]


def notices(ruled: Iterable[Ruled], new: Document) -> tuple[str, ...]:
    """Give the notes that appeared or changed, as they stand in `new`, each once, in order."""
    found: dict[str, None] = {}
    for passage, rule in ruled:
        if rule.name in {"notice-added", "notice-changed", "paragraph-added"}:
            text = _note(passage, new)
            if text:
                found[text] = None
    return tuple(found)


def _note(passage: Passage, new: Document) -> str:
    """Give the note a change stands in: a whole text, or the end of one that begins otherwise."""
    block = passage.change.block
    if block is None or passage.change.field != "body":
        text = passage.new.text
        whole = is_notice(text)
    elif block < len(new.blocks):
        text = new.blocks[block].text
        whole = in_notice(new, block)
    else:
        return ""
    start = 0 if whole else closing_notice(text)
    return "" if start is None else text[start:]


def disclosed(ruled: Sequence[Ruled], notes: Sequence[str]) -> bool | None:
    """Say whether the changes were told of; None where there were none, or typography alone.

    A note that only went tells nothing, nor does a claimed date that went, nor one that says how
    long ago, which changes by itself.
    """
    if all(rule.grade == "typography" for _, rule in ruled):
        return None
    return bool(notes) or any(_announces(passage, rule) for passage, rule in ruled)


def _announces(passage: Passage, rule: Rule) -> bool:
    """Say whether a change tells of others: a claimed time, or a headline marked as corrected."""
    was, now = passage.old.text, passage.new.text
    if rule.name == "headline-changed":
        slug = headline_slug(now)
        return bool(slug) and slug != headline_slug(was)
    if rule.name == "paragraph-added":
        return is_time_line(now) and bool(told_time(now))
    if rule.name == "time-line":
        was = segment(was, *passage.was)
        now = segment(now, *passage.now)
    elif rule.name != "claimed-date":
        return False
    told = told_time(now)
    return bool(told) and told != told_time(was)
