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
    phrases = (quoted or bare for quoted, bare in TERM.findall(query))
    return " ".join(
        f'"{spaced(phrase).replace(chr(34), "")}"'
        for phrase in phrases
        if any(character.isalnum() for character in phrase)
    )
