"""A large archive of made-up news, written by the same ingest that users have."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from archiver import __version__
from archiver.ingest import ingest
from archiver.model import Capture, Uri
from archiver.store import open_store
from archiver.text import extract

VERSIONS_OF_ONE = 4
SITES_N = 24
PARAGRAPHS_N = 16
PARAGRAPH_WORDS_N = 50
START = datetime(2024, 1, 1, tzinfo=UTC)
SYLLABLES = [
    "ba",
    "ko",
    "ri",
    "ne",
    "tu",
    "sha",
    "mo",
    "vel",
    "dra",
    "pin",
    "ga",
    "los",
    "fe",
    "hin",
    "qua",
    "zor",
    "mi",
    "ter",
    "ul",
    "son",
]
COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "said",
    "that",
    "for",
    "on",
    "was",
    "by",
    "with",
    "at",
    "from",
    "council",
    "report",
]


def vocabulary(random_: random.Random) -> tuple[list[str], list[float]]:
    """Give 20,000 words and their summed weights, the nth word 1/n as frequent as the first."""
    made = {"".join(random_.choices(SYLLABLES, k=random_.randint(2, 4))) for _ in range(25_000)}
    words = COMMON + sorted(made)[:20_000]
    return words, list(accumulate(1 / n for n in range(1, len(words) + 1)))


class News:
    """Articles of about 800 words in four versions: each but the first has three small edits."""

    def __init__(self, articles_n: int) -> None:
        self.articles_n = articles_n
        self.random = random.Random(5)  # noqa: S311 - the same archive each time
        self.words, self.weights = vocabulary(self.random)

    def text(self, number: int, version: int) -> str:
        """Give version `version` (from 0) of an article as Markdown."""
        chance = random.Random(number)  # noqa: S311 - the same text each time
        headline = " ".join(chance.choices(self.words, cum_weights=self.weights, k=8))
        paragraphs = [
            chance.choices(self.words, cum_weights=self.weights, k=PARAGRAPH_WORDS_N)
            for _ in range(PARAGRAPHS_N)
        ]
        for _ in range(3 * version):
            edited = chance.choice(paragraphs)
            word = chance.choice((str(chance.randint(2, 900)), "not", chance.choice(self.words)))
            edited[chance.randrange(PARAGRAPH_WORDS_N)] = word
        told = f"\n\nThis article was corrected on {version} May." if number % 5 == 0 else ""
        body = "\n\n".join(" ".join(words).capitalize() + "." for words in paragraphs)
        return f"# {headline.capitalize()}\n\n{body}{told if version else ''}\n"

    def captures(self) -> Iterator[Capture]:
        """Give all captures, the first versions first, as a crawl of months would."""
        for version in range(VERSIONS_OF_ONE):
            for number in range(self.articles_n):
                seen = START + timedelta(minutes=3 * (version * self.articles_n + number))
                site = f"https://news-{number % SITES_N}.example"
                yield Capture(
                    payload=self.text(number, version).encode(),
                    media_type="text/markdown",
                    captured_at=seen,
                    time_from="name",
                    source=f"{number}/{version}.md",
                    fallback_uri=Uri(f"{site}/story/{number}"),
                )


def archive(versions_n: int) -> Path:
    """Give an archive of `versions_n` versions: the one of an earlier run, if there is one."""
    place = Path(tempfile.gettempdir()) / f"archiver-{__version__}" / f"pages-{versions_n}.db"
    place.parent.mkdir(exist_ok=True)
    if place.exists():
        return place
    begun = place.with_suffix(".begun.db")
    for old in begun.parent.glob(f"{begun.name}*"):
        old.unlink()
    with open_store(begun) as store:
        looks = News(versions_n // VERSIONS_OF_ONE).captures()
        with closing(ingest(looks, store, extract, lambda: START)) as results:
            for n, result in enumerate(results, 1):
                if result.outcome != "new":
                    raise RuntimeError(f"{result}")
                if n % 10_000 == 0:
                    print(f"  {n:,} of {versions_n:,} versions are made", flush=True)
    begun.rename(place)
    return place
