"""Words that say the reverse, and words that negate another."""

import pytest

from archiver.grade.opposites import turns
from archiver.grade.reversals import REVERSALS, is_reversed
from archiver.grade.spelling import is_spelling


@pytest.mark.parametrize("language", REVERSALS)
def test_a_listed_pair_is_no_spelling_in_either_direction(language: str) -> None:
    for pair in REVERSALS[language]:
        old, new = (
            part.replace("-", "") + "bar" * part.endswith("-") for part in (pair.one, pair.other)
        )

        assert is_reversed(old, new, language), pair
        assert is_reversed(new, old, language), pair
        assert not is_spelling(old, new, language), pair


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("stimmung", "zustimmung", "de"),
        ("importe", "importen", "de"),
        ("east", "eastern", "en"),
        ("hause", "hausse", "fr"),
        ("este", "estes", "es"),
    ],
)
def test_words_that_only_begin_like_a_pair_are_not_reversed(
    old: str, new: str, language: str
) -> None:
    assert not is_reversed(old, new, language)


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Nicht", "Vor", "de"),
        ("les", "dés", "fr"),
        ("zahlreich", "zahllos", "de"),
        ("verhaften", "verlosen", "de"),
        ("sagrado", "desagrado", "es"),
        ("habitant", "inhabitant", "fr"),
        ("regelmäßig", "regelwidrig", "de"),
        ("schadhaft", "schadlos", "de"),
        ("traumhafte", "traumlose", "de"),
        ("heimlich", "unheimlich", "de"),
        ("zahl", "unzahl", "de"),
    ],
)
def test_what_looks_like_an_opposite_and_is_none(old: str, new: str, language: str) -> None:
    assert not turns(old, new, language)
    assert not turns(new, old, language)
