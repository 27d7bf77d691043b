"""Number words of four languages: small numbers, the words that scale them, parts and counts.

`COUNTS` and `PARTS` give values as text: `~` is told only roughly, `x` is so many times as much.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final


def _numbered(text: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * n for n, word in enumerate(text.split())}


def _ended(stems: Iterable[str], endings: str) -> list[str]:
    """Give each stem with each ending; a dot stands for no ending."""
    return [stem + end.replace(".", "") for stem in stems for end in endings.split()]


def _row(stems: str, endings: str, start: int) -> dict[str, int]:
    """Give stems that stand for one number after the other, each with each ending."""
    return {
        word: n for n, stem in enumerate(stems.split(), start) for word in _ended([stem], endings)
    }


def _times(stems: str, endings: str) -> dict[str, str]:
    """Give verbs for doubling, tripling and so on, from two upwards, with each ending."""
    return {word: f"{n}x" for word, n in _row(stems, endings, 2).items()}


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


def _ordinals(small: str, tens: str) -> dict[str, int]:
    """Give English ordinals: those below twenty, the tens and both joined."""
    first = _numbered(small, 1)
    stems = _numbered(tens, 20, 10)
    both = _joined({f"{stem}y": n for stem, n in stems.items()}, first, ("-",))
    return {**first, **{f"{stem}ieth": n for stem, n in stems.items()}, **both}


class English:
    SCALES: Final[Mapping[str, int]] = {
        "dozen": 12,
        "hundred": 100,
        "thousand": 1000,
        **dict.fromkeys(["million", "millions", "mn"], 10**6),
        **dict.fromkeys(["billion", "billions", "bn"], 10**9),
        **dict.fromkeys(["trillion", "trillions", "tn"], 10**12),
    }
    COUNTS: Final[Mapping[str, str]] = {
        "dozens": "~12",
        "hundreds": "~100",
        "thousands": "~1000",
        "tens of thousands": "~10000",
        "hundreds of thousands": "~100000",
        "millions": "~1000000",
        "billions": "~1000000000",
    }
    PARTS: Final[Mapping[str, str]] = {
        "half": "1/2",
        "quarter": "1/4",
        "quarters": "1/4",
        "halved": "1/2x",
        "once": "1",
        "twice": "2x",
        "thrice": "3x",
        "midnight": "0:00",
        "noon": "12:00",
        "midday": "12:00",
        **_times("doubl tripl quadrupl", "e ed es ing"),
    }
    ORDINALS: Final[Mapping[str, int]] = _ordinals(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twent thirt fort fift sixt sevent eight ninet",
    )

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = _numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen"
        )
        tens = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
        half = dict.fromkeys(["half a dozen", "half-a-dozen", "half dozen", "half-dozen"], 6)
        return {**_joined(tens, small, ("-", " ")), **small, **tens, **half}


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
    COUNTS: Final[Mapping[str, str]] = {
        "dizaine": "10",
        "dizaines": "~10",
        "douzaine": "12",
        "douzaines": "~12",
        "demi-douzaine": "6",
        "quinzaine": "15",
        "vingtaine": "20",
        "trentaine": "30",
        "cinquantaine": "50",
        "soixantaine": "60",
        "centaine": "100",
        "centaines": "~100",
        "millier": "1000",
        "milliers": "~1000",
    }
    PARTS: Final[Mapping[str, str]] = {
        "moitié": "1/2",
        "tiers": "1/3",
        "quart": "1/4",
        "quarantaine": "40",
        "minuit": "0:00",
        "midi": "12:00",
        **_times("doubl tripl quadrupl", "e é ée és ées er ent ait aient"),
    }
    """`quarantaine` is a quarantine too, so that it counts only where another is in its place."""
    ORDINALS: Final[Mapping[str, int]] = {
        **dict.fromkeys(_ended(["premier", "première"], ". s"), 1),
        **dict.fromkeys(_ended(["second", "seconde"], ". s"), 2),
        **_row(
            "deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz"
            " dix-sept dix-huit dix-neuv vingt",
            "ième ièmes",
            2,
        ),
    }
    WEAK: Final = frozenset({"neuf", *(word for word, n in ORDINALS.items() if n <= 3)})

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
        "docena": 12,
        "docenas": 12,
    }
    HUNDREDS: Final[Mapping[str, int]] = {
        word: n * 100
        for word, n in _row(
            "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient",
            "os as",
            2,
        ).items()
    }
    COUNTS: Final[Mapping[str, str]] = {
        "decena": "10",
        "decenas": "~10",
        "docenas": "~12",
        "quincena": "15",
        "veintena": "20",
        "treintena": "30",
        "cincuentena": "50",
        "centena": "100",
        "centenar": "100",
        "centenas": "~100",
        "centenares": "~100",
        "cientos": "~100",
        "millar": "1000",
        "millares": "~1000",
        "miles": "~1000",
    }
    PARTS: Final[Mapping[str, str]] = {
        "mitad": "1/2",
        "tercio": "1/3",
        "doble": "2x",
        "triple": "3x",
        "medianoche": "0:00",
        "mediodía": "12:00",
        **_times("duplic triplic cuadruplic", "ar ó aron a an ado ada aba aban"),
    }
    ORDINALS: Final[Mapping[str, int]] = {
        "primer": 1,
        "tercer": 3,
        **_row("primer segund tercer cuart quint sext séptim octav noven décim", "o a os as", 1),
    }
    WEAK: Final = frozenset(word for word, n in ORDINALS.items() if n <= 5 or n == 10)
    """`cuarto` is a room, `quinta` a house and `décima` a tenth, too."""

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = _numbered(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
            " quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós"
            " veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
        )
        tens = _numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
        found = {**_joined(tens, small, (" y ",)), **small, **tens, "media docena": 6}
        del found["uno"]
        return found


class German:
    SCALES: Final[Mapping[str, int]] = {
        "dutzend": 12,
        "hundert": 100,
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
    }
    COUNTS: Final[Mapping[str, str]] = {
        word: f"~{n}"
        for stem, n in (
            ("dutzend", 12),
            ("hundert", 100),
            ("tausend", 1000),
            ("zehntausend", 10_000),
            ("hunderttausend", 100_000),
        )
        for word in _ended([stem], "e en er")
    }
    PARTS: Final[Mapping[str, str]] = {
        "hälfte": "1/2",
        "drittel": "1/3",
        "viertel": "1/4",
        "einmal": "1",
        "mitternacht": "0:00",
        "mittag": "12:00",
        **dict.fromkeys(_ended(["halbier"], "t te ten en"), "1/2x"),
        **dict.fromkeys(_ended(["doppelt"], ". e en er es"), "2x"),
        **dict.fromkeys(_ended(["verdoppel"], "n t te ten"), "2x"),
        **_times("verzweifach verdreifach vervierfach verfünffach", "en t te ten"),
    }
    SMALL: Final = _numbered(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
        " fünfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    TENS: Final = _numbered(
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
    )

    @classmethod
    def numbers(cls) -> Mapping[str, int | Fraction]:
        ones = {("ein" if n == 1 else word): n for word, n in cls.SMALL.items() if 0 < n < 10}
        both = {f"{one}und{ten}": cls.TENS[ten] + n for ten in cls.TENS for one, n in ones.items()}
        halves = {f"{one}einhalb": n + Fraction(1, 2) for one, n in ones.items()}
        half = dict.fromkeys(["halbes dutzend", "halben dutzend", "halbe dutzend"], 6)
        return {**both, **cls.SMALL, **cls.TENS, **halves, **half, "anderthalb": Fraction(3, 2)}

    @classmethod
    def ordinals(cls) -> Mapping[str, int]:
        odd = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
        stems = {f"{word}t": n for word, n in cls.SMALL.items() if n > 1 and n not in odd.values()}
        late = {f"{word}st": n for word, n in cls.TENS.items()}
        return {
            word: n
            for stem, n in {**odd, **stems, **late}.items()
            for word in _ended([stem], "e en er es em")
        }

    @classmethod
    def weak(cls) -> frozenset[str]:
        """Give what is often no number: `achten` is to respect, `zweite` another."""
        return frozenset(
            {"acht", *(word for word, n in cls.ordinals().items() if n in {1, 2, 3, 8})}
        )
