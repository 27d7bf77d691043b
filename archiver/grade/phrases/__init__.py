"""How editors say that they corrected, cleared up or updated an article, a module each language.

`shape` has the parts; `PHRASES` has the languages.
"""

from typing import Final

from archiver.grade.phrases.chinese import CHINESE
from archiver.grade.phrases.english import ENGLISH
from archiver.grade.phrases.french import FRENCH
from archiver.grade.phrases.german import GERMAN
from archiver.grade.phrases.shape import Phrases
from archiver.grade.phrases.spanish import SPANISH

__all__ = ["PHRASES", "Phrases"]

PHRASES: Final = (ENGLISH, GERMAN, FRENCH, SPANISH, CHINESE)
