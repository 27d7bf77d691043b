"""What kind of change each edit is, and whether the page told of it: `judged`.

`rules` has the rules in order, `passages` a change with the text around it; a module each reads
what a rule counts: `names`, `dates`, `numbers`, `negations`, `opposites`, `quotes`, `dialogue`,
`timelines`, `moments`, `notices`. How notices begin in each language is in `phrases`.

What belongs to a number: `values` says what a match of `numbers` is worth, with `minus`, `parts`
and `halves` of what stands beside it; its words are in `number_words`, `ordinals`, `shares`,
`centuries`, `spoken` and `han_numbers`, its units in `units`; `retold` knows the same value said
otherwise. To a name: `german_names` and `han_names`, and the lists in `places`, `groups`,
`forenames`, `openers`, `german_nouns` and `han_places`.

`docs/grades.md` says every rule with examples.
"""

from dataclasses import replace

from archiver.grade.disclosed import disclosed, notices
from archiver.grade.languages import language
from archiver.grade.mentions import Mentions
from archiver.grade.notices import is_notice
from archiver.grade.passages import passages
from archiver.grade.rules import rule_of
from archiver.model import Diff, Document, Judgement

__all__ = ["is_notice", "judged"]


def judged(diff: Diff, old: Document, new: Document) -> Judgement:
    """Give every change of `diff` with its grade, and whether the page announced them."""
    spoken = language(new) or language(old)
    ruled = [(one, rule_of(one)) for one in passages(diff, old, new, spoken)]
    if not ruled:
        return Judgement((), None)
    notes = notices(ruled, new)
    mentions = Mentions(notes, spoken)
    graded = tuple(
        replace(
            passage.change,
            grade=rule.grade,
            rule=rule.name,
            in_note=rule.grade != "correction" and mentions.tell_of(passage),
        )
        for passage, rule in ruled
    )
    return Judgement(graded, disclosed(ruled, notes), notes)
