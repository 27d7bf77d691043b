"""The stored form of a diff."""

from archiver.diff import decode, diff, encode
from archiver.model import Block, BlockEdit, Diff, Document, Edit, Sha256

OLD, NEW = Sha256("a" * 64), Sha256("b" * 64)


def test_the_stored_form_is_compact() -> None:
    same = [Block("paragraph", f"Paragraph {number} stays as it is.") for number in range(9)]
    old = Document(extractor="x", blocks=(*same, Block("paragraph", "Of 50 people here.")))
    new = Document(extractor="x", blocks=(*same, Block("paragraph", "Of 150 people here.")))

    stored = encode(diff(old, new))

    assert stored == '[[["=",0,0,9],["~",[9],[9],0,[0,2,2,3,1,1,0,5,5]]],[]]'


def test_blocks_out_of_order_and_moved_ones_come_back() -> None:
    found = Diff(
        old=OLD,
        new=NEW,
        engine="lcs/1",
        tokeniser="re/1",
        blocks=(
            BlockEdit(old=(4,), new=(0,)),
            BlockEdit(old=(0,), new=(1,)),
            BlockEdit(old=(1,), new=(2,), moved=True),
            BlockEdit(old=(7, 9), new=(3,), edits=(Edit("replace", 0, 2, 0, 3),)),
            BlockEdit(old=(8,), new=()),
            BlockEdit(old=(6,), new=()),
        ),
    )

    assert decode(OLD, NEW, "lcs/1", "re/1", encode(found)) == found
