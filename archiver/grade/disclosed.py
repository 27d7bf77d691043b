"""Whether the page told of its changes: notes that appeared or changed, claimed dates that did."""

from collections.abc import Iterable, Sequence

from archiver.grade.passages import Passage
from archiver.grade.rules import Rule
from archiver.grade.timelines import is_relative, is_time_line, segment, told_time
from archiver.model import Document

Ruled = tuple[Passage, Rule]


def notices(ruled: Iterable[Ruled], new: Document) -> tuple[str, ...]:
    """Give the notes that appeared or changed, as they stand in `new`, each once, in order."""
    found: dict[str, None] = {}
    for passage, rule in ruled:
        if rule.grade == "correction" and rule.name != "notice-removed":
            text = _note(passage, new)
            if text:
                found[text] = None
    return tuple(found)


def _note(passage: Passage, new: Document) -> str:
    block = passage.change.block
    if block is None or passage.change.field != "body":
        return passage.new.text
    return new.blocks[block].text if block < len(new.blocks) else ""


def disclosed(ruled: Sequence[Ruled], notes: Sequence[str]) -> bool | None:
    """Say whether the changes were told of; None where there were none, or typography alone.

    A note that only went tells nothing, nor does a claimed date that went, nor one that says how
    long ago, which changes by itself.
    """
    if all(rule.grade == "typography" for _, rule in ruled):
        return None
    return bool(notes) or any(_tells_time(passage, rule) for passage, rule in ruled)


def _tells_time(passage: Passage, rule: Rule) -> bool:
    if rule.name == "claimed-date":
        was, now = passage.old.text, passage.new.text
        return told_time(was) != told_time(now) and _tells(now)
    if rule.name == "time-line":
        was = segment(passage.old.text, *passage.was)
        now = segment(passage.new.text, *passage.now)
        return told_time(was) != told_time(now) and _tells(now)
    if rule.name == "paragraph-added":
        return is_time_line(passage.new.text) and _tells(passage.new.text)
    return False


def _tells(text: str) -> bool:
    return bool(told_time(text)) and not is_relative(text)
