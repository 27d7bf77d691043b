"""What a function gave for tokens that it was asked of: a language has few words, said often."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

MEMO_TOKENS = 65_536
"""Tokens that are remembered: more than a language has in daily use, some 10 MB."""

MEMO_LETTERS = 500_000
"""Letters of all of them: in a hostile text each may be a token of its own, of 80 bytes."""

LONGEST = 64
"""Letters of a token that is remembered: longer ones are no words."""


class Memo(dict[str, Value]):
    """Gives function(token), for a function that depends on nothing else; use it as a dictionary.

    Looked up with `map(memo.__getitem__, tokens)` a token takes a tenth of a call of Python.
    Whatever it remembers, the answers are the same. It may be shared by threads.
    """

    def __init__(self, function: Callable[[str], Value]) -> None:
        self.function = function
        self.letters_n = 0

    def __missing__(self, token: str) -> Value:
        value = self.function(token)
        if len(token) <= LONGEST:
            if len(self) >= MEMO_TOKENS or self.letters_n >= MEMO_LETTERS:
                self.clear()
                self.letters_n = 0
            self[token] = value
            self.letters_n += len(token)
        return value
