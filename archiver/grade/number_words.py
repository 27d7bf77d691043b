"""Number words from 0 to 99 and the words that scale them, in four languages."""

from collections.abc import Mapping
from typing import Final


def _numbered(text: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * n for n, word in enumerate(text.split())}


class English:
    SCALES: Final[Mapping[str, int]] = {
        "dozen": 12,
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "millions": 10**6,
        "mn": 10**6,
        "billion": 10**9,
        "billions": 10**9,
        "bn": 10**9,
        "trillion": 10**12,
        "trillions": 10**12,
        "tn": 10**12,
        "dozens": 12,
        "hundreds": 100,
        "thousands": 1000,
    }

    ORDINALS: Final[Mapping[str, int]] = _numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1
    )

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = _numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen"
        )
        tens = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
        return {**_joined(tens, small, ("-", " ")), **small, **tens}


class French:
    SCALES: Final[Mapping[str, int]] = {
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
    }

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = _numbered(
            "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
            " quinze seize dix-sept dix-huit dix-neuf"
        )
        tens = _numbered("vingt trente quarante cinquante soixante", 20, 10)
        odd = {"quatre-vingts": 80, "soixante-dix": 70, "quatre-vingt-dix": 90}
        late = {f"soixante-{word}": 60 + n for word, n in small.items() if n > 10}
        late |= {f"quatre-vingt-{word}": 80 + n for word, n in small.items() if n}
        found = {**_joined(tens, small, ("-", " ")), **late, **odd, **small, **tens}
        del found["un"]
        return found


class Spanish:
    SCALES: Final[Mapping[str, int]] = {
        "cien": 100,
        "ciento": 100,
        "mil": 1000,
        "miles": 1000,
        "millón": 10**6,
        "millones": 10**6,
    }

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = _numbered(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
            " quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós"
            " veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
        )
        tens = _numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
        found = {**_joined(tens, small, (" y ",)), **small, **tens}
        del found["uno"]
        return found


def _joined(
    tens: Mapping[str, int], small: Mapping[str, int], between: tuple[str, ...]
) -> dict[str, int]:
    return {
        f"{ten}{sign}{one}": tens[ten] + small[one]
        for ten in tens
        for one in small
        if 0 < small[one] < 10
        for sign in between
    }


def _german() -> Mapping[str, int]:
    small = _numbered(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
        " fünfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    tens = _numbered("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
    ones = {("ein" if n == 1 else word): n for word, n in small.items() if 0 < n < 10}
    both = {f"{one}und{ten}": tens[ten] + n for ten in tens for one, n in ones.items()}
    return {**both, **small, **tens}


GERMAN: Final[Mapping[str, int]] = _german()
