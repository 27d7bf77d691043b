"""The kinds of edits that news gets, each made in a draft by chance.

An edit gives whether it was made: not every text has a number, or two sentences to swap.
"""

from collections.abc import Callable, Iterable, Mapping

from archiver.diff import is_word
from benchmarks.diff.draft import Draft, Paragraph, Sentence, Word, words_n

MOVE_WORDS = 8
"""What moves, and what it moves past, has at least so many words: fewer are no move."""

RUN_WORDS = 20
"""The longest run of words that moves inside the text."""

SIGNS = (",", ";", ":", "—")


def word(draft: Draft) -> bool:
    sentence, k = _at(draft, lambda one: one.text.isalpha())
    if sentence:
        sentence[k : k + 1] = _as(draft, [draft.word(sentence[k].text)], sentence[k].blank)
    return bool(sentence)


def number(draft: Draft) -> bool:
    sentence, k = _at(draft, lambda one: one.text.isdecimal())
    if sentence:
        other = str(int(sentence[k].text) + draft.chance.randint(1, 40))
        sentence[k : k + 1] = _as(draft, [other], sentence[k].blank)
    return bool(sentence)


def punctuation(draft: Draft) -> bool:
    """Put a comma in, or take one sign out, or make it another."""
    if draft.chance.random() < 1 / 3:
        sentence, k = _at(draft, lambda one: one.text.isalpha())
        if sentence and k + 1 < len(sentence) and sentence[k + 1].blank:
            sentence[k + 1 : k + 1] = _as(draft, [","], blank=False)
            return True
        return False
    sentence, k = _at(draft, lambda one: one.text in SIGNS)
    if sentence:
        others = [sign for sign in SIGNS[:3] if sign != sentence[k].text]
        replacement = draft.chance.choice([[], [draft.chance.choice(others)]])
        sentence[k : k + 1] = _as(draft, replacement, sentence[k].blank)
    return bool(sentence)


def phrase(draft: Draft) -> bool:
    return _phrase(draft, draft.chance.randint(2, 6), draft.chance.randint(1, 6))


def phrase_in(draft: Draft) -> bool:
    return _phrase(draft, 0, draft.chance.randint(2, 8))


def phrase_out(draft: Draft) -> bool:
    return _phrase(draft, draft.chance.randint(2, 8), 0)


def sentence_in(draft: Draft) -> bool:
    paragraph = draft.chance.choice(draft.paragraphs)
    paragraph.insert(draft.chance.randint(0, len(paragraph)), draft.donor())
    return True


def sentence_out(draft: Draft) -> bool:
    paragraph = _paragraph(draft, 2)
    if paragraph:
        del paragraph[draft.chance.randrange(len(paragraph))]
    return bool(paragraph)


def sentence_replaced(draft: Draft) -> bool:
    paragraph = _paragraph(draft, 1)
    if paragraph:
        paragraph[draft.chance.randrange(len(paragraph))] = draft.donor()
    return bool(paragraph)


def sentence_paraphrased(draft: Draft) -> bool:
    """Say it otherwise: a fifth to two thirds of the words are replaced or go, some come in."""
    paragraph = _paragraph(draft, 1)
    if not paragraph:
        return False
    k = draft.chance.randrange(len(paragraph))
    if words_n(paragraph[k]) < MOVE_WORDS:
        return False
    said: Sentence = []
    share = draft.chance.uniform(0.2, 0.67)
    for one in paragraph[k][:-1]:
        luck = draft.chance.random() if is_word(one.text) and one.blank else 1.0
        if luck < share * 0.7:
            said += _as(draft, [draft.word(one.text)], one.blank)
        elif luck >= share:
            said.append(one)
            if luck < share + 0.07:
                said += _as(draft, [draft.word(one.text)], blank=True)
    paragraph[k] = [*said, paragraph[k][-1]]
    return True


def sentence_moved(draft: Draft) -> bool:
    """Take a sentence to another paragraph, or to another place in its own."""
    places = [(p, s) for p, one in enumerate(draft.paragraphs) for s in range(len(one))]
    p, s = draft.chance.choice(places)
    q = draft.chance.randrange(len(draft.paragraphs))
    moved = draft.paragraphs[p][s]
    if len(draft.paragraphs[p]) < 2 or not _is_prose(draft.paragraphs[q]):
        return False
    t = draft.chance.randint(0, len(draft.paragraphs[q]) - (p == q))
    if p == q:
        first, last = min(s, t), max(s, t)
        between = [
            one for k, one in enumerate(draft.paragraphs[p][first : last + 1], first) if k != s
        ]
    elif p < q:
        between = [
            *draft.paragraphs[p][s + 1 :],
            *_sentences(draft.paragraphs[p + 1 : q]),
            *draft.paragraphs[q][:t],
        ]
    else:
        between = [
            *draft.paragraphs[q][t:],
            *_sentences(draft.paragraphs[q + 1 : p]),
            *draft.paragraphs[p][:s],
        ]
    if not _note_move(draft, moved, [one for sentence in between for one in sentence]):
        return False
    del draft.paragraphs[p][s]
    draft.paragraphs[q].insert(t, moved)
    return True


def sentences_swapped(draft: Draft) -> bool:
    paragraph = _paragraph(draft, 2)
    if not paragraph:
        return False
    k = draft.chance.randrange(len(paragraph) - 1)
    if not _note_move(draft, paragraph[k], paragraph[k + 1]):
        return False
    paragraph[k : k + 2] = paragraph[k + 1], paragraph[k]
    return True


def run_moved(draft: Draft) -> bool:
    """Take a run of words out of a sentence and put it into another, or elsewhere in its own."""
    paragraph = _paragraph(draft, 1)
    if not paragraph:
        return False
    k = draft.chance.randrange(len(paragraph))
    source = paragraph[k]
    n = draft.chance.randint(MOVE_WORDS, RUN_WORDS)
    if len(source) < n + 3:
        return False
    start = draft.chance.randint(1, len(source) - n - 1)
    moved, rest = source[start : start + n], source[start + n :]
    if not moved[0].blank or not rest[0].blank:
        return False
    if k + 1 < len(paragraph) and len(paragraph[k + 1]) > 2:
        at = draft.chance.randint(1, len(paragraph[k + 1]) - 1)
        target = paragraph[k + 1]
        if not target[at].blank or not _note_move(draft, moved, [*rest, *target[:at]]):
            return False
        paragraph[k : k + 2] = [source[:start] + rest, target[:at] + moved + target[at:]]
        return True
    if not _note_move(draft, moved, rest[:-1]):
        return False
    paragraph[k] = source[:start] + rest[:-1] + moved + rest[-1:]
    return True


def paragraph_in(draft: Draft) -> bool:
    come = [draft.donor() for _ in range(draft.chance.randint(1, 3))]
    draft.paragraphs.insert(draft.chance.randint(0, len(draft.paragraphs)), come)
    return True


def paragraph_out(draft: Draft) -> bool:
    if len(draft.paragraphs) > 2:
        del draft.paragraphs[draft.chance.randrange(len(draft.paragraphs))]
        return True
    return False


def paragraph_replaced(draft: Draft) -> bool:
    come = [draft.donor() for _ in range(draft.chance.randint(1, 3))]
    draft.paragraphs[draft.chance.randrange(len(draft.paragraphs))] = come
    return True


def paragraph_moved(draft: Draft) -> bool:
    p = draft.chance.randrange(len(draft.paragraphs))
    q = draft.chance.randrange(len(draft.paragraphs))
    first, last = min(p, q), max(p, q)
    between = [
        one
        for k in range(first, last + 1)
        if k != p
        for sentence in draft.paragraphs[k]
        for one in sentence
    ]
    moved = [one for sentence in draft.paragraphs[p] for one in sentence]
    if not _note_move(draft, moved, between):
        return False
    draft.paragraphs.insert(q, draft.paragraphs.pop(p))
    return True


def paragraph_split(draft: Draft) -> bool:
    paragraph = _paragraph(draft, 2)
    if not paragraph:
        return False
    k = next(k for k, one in enumerate(draft.paragraphs) if one is paragraph)
    at = draft.chance.randint(1, len(paragraph) - 1)
    draft.paragraphs[k : k + 1] = [paragraph[:at], paragraph[at:]]
    return True


def paragraphs_merged(draft: Draft) -> bool:
    k = draft.chance.randrange(len(draft.paragraphs))
    both = draft.paragraphs[k : k + 2]
    if len(both) < 2 or not all(map(_is_prose, both)):
        return False
    draft.paragraphs[k : k + 2] = [[*both[0], *both[1]]]
    return True


MOVES: Mapping[str, Callable[[Draft], bool]] = {
    "sentence moved": sentence_moved,
    "sentences swapped": sentences_swapped,
    "run of words moved": run_moved,
    "paragraph moved": paragraph_moved,
}

EDITS: Mapping[str, Callable[[Draft], bool]] = {
    "word": word,
    "number": number,
    "punctuation": punctuation,
    "phrase": phrase,
    "phrase in": phrase_in,
    "phrase out": phrase_out,
    "sentence in": sentence_in,
    "sentence out": sentence_out,
    "sentence replaced": sentence_replaced,
    "sentence paraphrased": sentence_paraphrased,
    "paragraph in": paragraph_in,
    "paragraph out": paragraph_out,
    "paragraph replaced": paragraph_replaced,
    "paragraph split": paragraph_split,
    "paragraphs merged": paragraphs_merged,
    **MOVES,
}


def _as(draft: Draft, texts: Iterable[str], blank: bool) -> Sentence:
    return draft.new(Word(0, text, blank) for text in texts)


def _at(draft: Draft, fits: Callable[[Word], bool]) -> tuple[Sentence | None, int]:
    """Draw one word that `fits`: its sentence and its place there."""
    places = [
        (sentence, k)
        for sentence in _sentences(draft.paragraphs)
        for k, one in enumerate(sentence)
        if fits(one)
    ]
    return draft.chance.choice(places) if places else (None, 0)


def _sentences(paragraphs: Iterable[Paragraph]) -> list[Sentence]:
    return [sentence for paragraph in paragraphs for sentence in paragraph]


def _is_prose(paragraph: Paragraph) -> bool:
    return sum(map(words_n, paragraph)) >= MOVE_WORDS


def _paragraph(draft: Draft, sentences_n: int) -> Paragraph | None:
    """Draw a paragraph of prose with so many sentences at least."""
    found = [one for one in draft.paragraphs if len(one) >= sentences_n and _is_prose(one)]
    return draft.chance.choice(found) if found else None


def _phrase(draft: Draft, out_n: int, in_n: int) -> bool:
    """Replace `out_n` words inside a sentence by `in_n` others; its ends stay."""
    paragraph = _paragraph(draft, 1)
    sentence = draft.chance.choice(paragraph) if paragraph else []
    if len(sentence) < out_n + 4:
        return False
    start = draft.chance.randint(1, len(sentence) - out_n - 2)
    if not sentence[start].blank or not sentence[start + out_n].blank:
        return False
    come = _as(draft, [draft.word("") for _ in range(in_n)], blank=True)
    sentence[start : start + out_n] = come
    return True


def _note_move(draft: Draft, moved: Sentence, passed: Sentence) -> bool:
    """Note which words moved past which; say whether both are long enough to tell."""
    if min(words_n(moved), words_n(passed)) < MOVE_WORDS:
        return False
    draft.moved = frozenset(one.number for one in moved)
    draft.passed = frozenset(one.number for one in passed)
    return True
