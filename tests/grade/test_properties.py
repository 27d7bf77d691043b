"""Whatever changed: every change has one grade by a rule of that grade, and nothing raises."""

from hypothesis import given
from hypothesis import strategies as st

from archiver.diff import changes, diff
from archiver.grade import judged
from archiver.grade.rules import RULES
from archiver.model import Block, Caption, Document

GRADES = {rule.name: rule.grade for rule in RULES}

pieces = st.sampled_from(
    [
        *"“”\"'’‘„«»「」—–-−.,:%$€5()|",
        *("minus", "negative", "half a dozen", "1 000", "5km", "9 a.m.", "Monday’s", "Sun", "Jan-"),
        *("hundert", "zweitausend", "18 h 30", "doscientos", "de la tarde"),
        *("负", "下午", "分之", "数", "首次"),
        *("not", "kein", "ne", "pas", "不", "未来", "三", "万", "May", "3 May 2024", "10²", "½"),
        *("Updated", "5 hours ago", "vor 5 Stunden", "5小时前", "Correction", "更正：", "l’Europe"),
        *(
            "This article was corrected.",
            "(Corrects a name)",
            "本文已更正。",
            "Just now",
            "UPDATE 1-",
        ),
        *("the", "board", "Ada Quill", "Berlin", "王毅说", "\u00ad", "\u200d", "ﬁ", "👍", "٣", "²"),
    ]
)
texts = st.lists(st.tuples(pieces, st.sampled_from(["", " "])), min_size=1, max_size=12).map(
    lambda found: "".join(piece + blank for piece, blank in found).strip() or "x"
)
blocks = st.builds(Block, st.sampled_from(["paragraph", "heading"]), texts)
documents = st.builds(
    Document,
    extractor=st.just("test/1"),
    language=st.sampled_from(["", "en", "de", "fr", "es", "zh", "ja", "xx"]),
    headline=st.one_of(st.just(""), texts),
    standfirst=st.one_of(st.just(""), texts),
    claimed_modified=st.one_of(st.just(""), texts),
    captions=st.lists(st.builds(Caption, texts, texts), max_size=2).map(tuple),
    blocks=st.lists(blocks, max_size=4).map(tuple),
)


@given(documents, documents)
def test_every_change_has_one_grade_by_a_rule_of_that_grade(old: Document, new: Document) -> None:
    found = diff(old, new)

    judgement = judged(found, old, new)

    assert [(one.kind, one.old, one.new) for one in judgement.changes] == [
        (one.kind, one.old, one.new) for one in changes(found, old, new)
    ]
    assert all(GRADES[one.rule] == one.grade for one in judgement.changes)
    if not judgement.changes:
        assert judgement == ((), None, ())
    if judgement.notices:
        assert judgement.disclosed is not False


@given(documents)
def test_a_document_against_itself_has_nothing_to_judge(document: Document) -> None:
    assert judged(diff(document, document), document, document) == ((), None, ())
