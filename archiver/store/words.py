"""Text as the full-text index sees it: Chinese, Japanese, Thai and such with characters spaced.

FTS5's unicode61 takes a run of letters for one word, so a whole Chinese sentence would be one.
With blanks between the characters, and a query as a phrase of characters, a word of two is found.
"""

import re

UNSPACED = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # Han
    "]"
)
TERM = re.compile(r'"([^"]*)"|(\S+)')
WORD = re.compile(r"\w+")

TERMS_MAX = 12
WORDS_MAX = 24
"""Words of one phrase. FTS5 takes a second for a phrase of a hundred words that are everywhere."""


def spaced(text: str) -> str:
    """Put blanks around each character of a script that is written without them.

    >>> spaced("GDP增长")
    'GDP 增  长 '
    """
    return UNSPACED.sub(r" \g<0> ", text)


def shadow(text: str) -> str | None:
    """Give `spaced(text)`, or None where it would be equal."""
    return spaced(text) if UNSPACED.search(text) else None


def match(query: str) -> str:
    """Turn what a user typed into an FTS5 query that is always valid: phrases, all of them.

    Words in double quotes stay together; operators of FTS5 are words like any other. A query
    without a letter or a digit gives "", which matches nothing: do not send it.

    >>> match('bridge "83 million" 增长 AND')
    '"bridge" "83 million" " 增  长 " "AND"'
    """
    return " ".join(f'"{phrase}"' for phrase in _phrases(query))


def bounded_match(query: str) -> str:
    """Turn a query of anyone into an FTS5 query as `match` does, of so many words and no more.

    A phrase that goes on is found by its beginning; terms too many are left out.

    >>> bounded_match("the the bridge")
    '"the" "bridge"'
    """
    distinct = list(dict.fromkeys(_beginning(phrase) for phrase in _phrases(query)))
    return " ".join(f'"{phrase}"' for phrase in distinct[:TERMS_MAX])


def _phrases(query: str) -> list[str]:
    return [
        spaced(quoted or bare).replace('"', "")
        for quoted, bare in TERM.findall(query)
        if any(character.isalnum() for character in quoted or bare)
    ]


def _beginning(phrase: str) -> str:
    """Give the first `WORDS_MAX` words of `phrase`."""
    for number, word in enumerate(WORD.finditer(phrase), 1):
        if number == WORDS_MAX:
            return phrase[: word.end()]
    return phrase
