"""Two documents in, what changed out: `diff`, and `pieces` and `changes` to read it."""

from collections.abc import Mapping
from itertools import chain

from archiver.diff.align import Aligner
from archiver.diff.body import body_edits, minimal_body_edits
from archiver.diff.changes import Placed, TokenSpan, changed_texts, changes, words
from archiver.diff.dictionary import dictionary_tokeniser, dictionary_words
from archiver.diff.dmp import dmp_runs
from archiver.diff.encoded import decode, encode
from archiver.diff.engine import Engine
from archiver.diff.fields import field_edits, field_texts
from archiver.diff.lcs import lcs_runs
from archiver.diff.moves import with_moves
from archiver.diff.pieces import (
    BlockTokens,
    field_pieces,
    move_pieces,
    move_tokens,
    new_text,
    old_text,
    pieces,
    shown_pieces,
)
from archiver.diff.tokens import TOKENISER, is_word, tokens
from archiver.digest import digest
from archiver.model import Diff, Document, Sha256

__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "ENGINE_NAMES",
    "TOKENISER",
    "BlockTokens",
    "Placed",
    "TokenSpan",
    "changed_texts",
    "changes",
    "decode",
    "diff",
    "encode",
    "field_pieces",
    "field_texts",
    "is_word",
    "minimal_diff",
    "move_pieces",
    "move_tokens",
    "new_text",
    "old_text",
    "pieces",
    "shown_pieces",
    "tokens",
    "words",
]

DEFAULT_ENGINE = "lcs"

ENGINES: Mapping[str, Engine] = {"lcs": lcs_runs, "dmp": dmp_runs}
"""What `engine` may name. Both are minimal, lcs up to `lcs.EXACT_CELLS`: dmp would need minutes."""

ENGINE_NAMES: Mapping[str, str] = {"lcs": "lcs/7", "dmp": "dmp/7"}
"""What goes into a diff: a number grows when the same documents would be aligned differently."""


def diff(
    old: Document,
    new: Document,
    *,
    engine: str = DEFAULT_ENGINE,
    digests: tuple[Sha256, Sha256] | None = None,
    by_dictionary: bool = False,
) -> Diff:
    """Give all that turns `old` into `new`, aligned the way a reader would mark it.

    A block that went in one place and came in another is moved; so is a sentence, or a run of
    eight words and more, inside blocks. The same documents and engine always give the same diff.
    `engine` is a key of `ENGINES`; `digests` are those of `old` and `new` where they are known,
    as they are of what was archived. `by_dictionary`, no edit parts a word of Chinese, Japanese,
    Thai, Lao, Khmer or Burmese; InputError where the ICU library is not installed.
    """
    tokeniser = dictionary_tokeniser() if by_dictionary else TOKENISER
    aligner = Aligner(ENGINES[engine], dictionary_words if by_dictionary else None)
    fields_n = sum([len(text) for _, _, text in chain(old.fields(), new.fields())])
    part = _body_part(old, new, fields_n)
    edits = body_edits(old.blocks, new.blocks, aligner, part)
    blocks, moves = with_moves(edits, old.blocks, new.blocks, aligner)
    old_digest, new_digest = digests or (digest(old), digest(new))
    return Diff(
        old=old_digest,
        new=new_digest,
        engine=ENGINE_NAMES[engine],
        tokeniser=tokeniser,
        blocks=blocks,
        fields=field_edits(old, new, aligner, 1.0 - part) if fields_n else (),
        moves=moves,
    )


def _body_part(old: Document, new: Document, fields_n: int) -> float:
    """Say how much of all letters is the body, where `fields_n` are in fields."""
    if not fields_n:
        return 1.0
    body_n = sum([len(text) for _, text in (*old.blocks, *new.blocks)])
    return body_n / (body_n + fields_n)


def minimal_diff(old: Document, new: Document, *, engine: str = DEFAULT_ENGINE) -> Diff:
    """Give a diff of which the body has the fewest changed tokens, however it reads.

    Tokens are counted without blanks and breaks. No anchors, no clean-up, no moves, no link
    between blocks dropped: every engine changes equally many, up to the size from which lcs gives
    up. It is no good for reading, and slow on long texts. Fields are as in `diff`.
    """
    return Diff(
        old=digest(old),
        new=digest(new),
        engine=f"{ENGINE_NAMES[engine]}-minimal",
        tokeniser=TOKENISER,
        blocks=minimal_body_edits(old.blocks, new.blocks, ENGINES[engine]),
        fields=field_edits(old, new, Aligner(ENGINES[engine])),
    )
