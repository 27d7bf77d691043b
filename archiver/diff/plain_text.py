"""A document as the plain text that `archiver show` prints, and that deltas and patches turn."""

from collections.abc import Sequence

from archiver.model import Block, Document


def article_text(document: Document) -> str:
    """Give the fields and blocks of `document`, parted by empty lines, ending in a line feed.

    Headings stand directly above what follows, as they are printed.
    """
    return "".join(article_parts(document))


def article_parts(document: Document) -> list[str]:
    """Give `article_text` in parts: all fields as the first, then each block with its line feeds.

    The first is empty where there are no fields; the last part that has text ends in one line
    feed.
    """
    lines = [document.headline, document.standfirst, _byline(document)]
    for caption in document.captions:
        credit = f"({caption.credit})" if caption.credit else ""
        lines.append(" ".join(part for part in ("Caption:", caption.text, credit) if part))
    head = "".join(f"{line}\n\n" for line in lines if line)
    return _ended([head, *map(_block_part, document.blocks)])


def _byline(document: Document) -> str:
    claims = (
        document.byline,
        document.claimed_published and f"Published {document.claimed_published}",
        document.claimed_modified and f"Updated {document.claimed_modified}",
    )
    return " ".join(claim for claim in claims if claim)


def _block_part(block: Block) -> str:
    return block.text + ("\n" if block.kind == "heading" else "\n\n")


def _ended(parts: Sequence[str]) -> list[str]:
    """Give `parts` with one line feed at the end of the whole, instead of two or none."""
    ended = list(parts)
    for at in reversed(range(len(ended))):
        text = ended[at].rstrip("\n")
        if text or at == 0:
            ended[at] = f"{text}\n"
            break
        ended[at] = ""
    return ended
