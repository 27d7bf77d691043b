"""Number words of four languages: small numbers, the words that scale them, parts and counts.

`COUNTS` and `PARTS` give values as text: `~` is told only roughly, `x` is so many times as much.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from archiver.grade.ordinals import (
    english_ordinals,
    french_ordinals,
    large_ordinals,
    spanish_ordinals,
)
from archiver.grade.word_rows import aged, and_one, ended, joined, numbered, row, times


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
        **{
            f"{stem}ies": f"{n}0s"
            for stem, n in numbered("thirt fort fift sixt sevent eight ninet", 3).items()
        },
        "twenties": "20s",
    }
    PARTS: Final[Mapping[str, str]] = {
        "both": "2",
        "half": "1/2",
        "quarter": "1/4",
        "quarters": "1/4",
        "halved": "1/2x",
        "once": "1",
        "twice": "2x",
        "thrice": "3x",
        "thirds": "1/3",
        **{word: f"1/{n}" for word, n in row("fif six seven eigh nin ten", "ths", 5).items()},
        "midnight": "0:00",
        "noon": "12:00",
        "midday": "12:00",
        **times("doubl tripl quadrupl quintupl sextupl", "e ed es ing"),
        **aged("sexagen septuagen octogen nonagen", "arian arians", 60),
    }
    ORDINALS: Final[Mapping[str, int]] = {
        **english_ordinals(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
            "twent thirt fort fift sixt sevent eight ninet",
        ),
        **large_ordinals(
            "two three four five six seven eight nine", {"hundredth": 100, "thousandth": 1000}
        ),
        "millionth": 10**6,
        "billionth": 10**9,
    }

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = numbered(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen"
        )
        tens = numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
        half = dict.fromkeys(["half a dozen", "half-a-dozen", "half dozen", "half-dozen"], 6)
        return {**joined(tens, small, ("-", " ")), **small, **tens, **half}


class French:
    SCALES: Final[Mapping[str, int]] = {
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
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
        "quarts": "1/4",
        "quarantaine": "40",
        "minuit": "0:00",
        "midi": "12:00",
        **times("doubl tripl quadrupl quintupl sextupl", "e é ée és ées er ent ait aient"),
        **aged("quadragén quinquagén sexagén septuagén octogén nonagén", "aire aires", 40),
    }
    """`quarantaine` is a quarantine too, so that it counts only where another is in its place."""
    ORDINALS: Final[Mapping[str, int]] = {
        **dict.fromkeys(ended(["premier", "première"], ". s"), 1),
        **dict.fromkeys(ended(["second", "seconde"], ". s"), 2),
        **row(
            "deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz"
            " dix-sept dix-huit dix-neuv",
            "ième ièmes",
            2,
        ),
        **french_ordinals(),
        **large_ordinals(
            "deux trois quatre cinq six sept huit neuf",
            {"centième": 100, "centièmes": 100, "millième": 1000, "millièmes": 1000},
        ),
        **dict.fromkeys(["millionième", "millionièmes"], 10**6),
    }
    WEAK: Final = frozenset({"neuf", *(word for word, n in ORDINALS.items() if n <= 3)})

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = numbered(
            "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
            " quinze seize dix-sept dix-huit dix-neuf"
        )
        tens = numbered("vingt trente quarante cinquante soixante", 20, 10)
        odd = {"quatre-vingts": 80, "soixante-dix": 70, "quatre-vingt-dix": 90}
        late = {f"soixante-{word}": 60 + n for word, n in small.items() if n > 10}
        late |= {f"quatre-vingt-{word}": 80 + n for word, n in small.items() if n}
        late |= {"quatre-vingt-une": 81, **and_one(tens, ("un", "une"))}
        late |= dict.fromkeys(["soixante et onze", "soixante-et-onze"], 71)
        del small["un"]
        return {**joined(tens, small, ("-", " ")), **late, **odd, **small, **tens}


class Spanish:
    SCALES: Final[Mapping[str, int]] = {
        "cien": 100,
        "ciento": 100,
        "mil": 1000,
        "miles": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "billón": 10**12,
        "billones": 10**12,
        "docena": 12,
        "docenas": 12,
    }
    HUNDREDS: Final[Mapping[str, int]] = {
        word: n * 100
        for word, n in row(
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
        **dict.fromkeys(["ambos", "ambas"], "2"),
        "mitad": "1/2",
        "tercio": "1/3",
        "tercios": "1/3",
        "doble": "2x",
        "triple": "3x",
        "medianoche": "0:00",
        "mediodía": "12:00",
        **times(
            "duplic triplic cuadruplic quintuplic sextuplic", "ar ó aron a an ado ada aba aban"
        ),
        **aged("sexagen septuagen octogen nonagen", "ario aria arios arias", 60),
    }
    ORDINALS: Final[Mapping[str, int]] = {
        "primer": 1,
        "tercer": 3,
        **row("primer segund tercer cuart quint sext séptim octav noven décim", "o a os as", 1),
        **spanish_ordinals(),
    }
    WEAK: Final = frozenset(word for word, n in ORDINALS.items() if n <= 5 or n == 10)
    """`cuarto` is a room, `quinta` a house and `décima` a tenth, too."""

    @staticmethod
    def numbers() -> Mapping[str, int]:
        small = numbered(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce"
            " quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós"
            " veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
        )
        tens = numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
        ones = {**small, "un": 1, "una": 1}
        odd = {"veintiún": 21, "veintiuna": 21, "media docena": 6}
        odd |= {"medio centenar": 50, "medio millar": 500}
        del small["uno"]
        return {**joined(tens, ones, (" y ",)), **small, **tens, **odd}


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
        **{
            word: f"~{n}"
            for stem, n in (
                ("dutzend", 12),
                ("hundert", 100),
                ("tausend", 1000),
                ("zehntausend", 10_000),
                ("hunderttausend", 100_000),
            )
            for word in ended([stem], "e en er")
        },
        **{
            f"{ten}er{end}": f"{n}er"
            for ten, n in numbered(
                "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
            ).items()
            for end in ("jahre", "jahren", " jahre", " jahren", "-jahre", "-jahren", "n")
        },
        **{
            f"{word}{sign}mehrheit": share
            for word, share in (
                ("zweidrittel", "2/3"),
                ("zwei-drittel", "2/3"),
                ("dreiviertel", "3/4"),
                ("drei-viertel", "3/4"),
                ("dreifünftel", "3/5"),
                ("drei-fünftel", "3/5"),
            )
            for sign in ("", "-")
        },
    }
    PARTS: Final[Mapping[str, str]] = {
        **dict.fromkeys(["beide", "beiden"], "2"),
        "hälfte": "1/2",
        "drittel": "1/3",
        "viertel": "1/4",
        **{
            word: f"1/{n}"
            for word, n in row("fünf sechs sieb ach neun zehn", "tel teln", 5).items()
        },
        "hundertstel": "1/100",
        "tausendstel": "1/1000",
        "zweidrittel": "2/3",
        "dreiviertel": "3/4",
        "halb so": "1/2x",
        "einmal": "1",
        "mitternacht": "0:00",
        "mittag": "12:00",
        **dict.fromkeys(ended(["halbier"], "t te ten en"), "1/2x"),
        **dict.fromkeys(ended(["doppelt"], ". e en er es"), "2x"),
        **dict.fromkeys(ended(["verdoppel"], "n t te ten"), "2x"),
        **times(
            "verzweifach verdreifach vervierfach verfünffach versechsfach versiebenfach verachtfach"
            " verneunfach verzehnfach",
            "en t te ten",
        ),
        **{
            f"mitt{ten}er{end}": f"{n} aged"
            for ten, n in numbered("zwanzig dreißig vierzig fünfzig sechzig", 25, 10).items()
            for end in ("", "n", "s", "in", "innen")
        },
        **dict.fromkeys(ended(["verhundertfach"], "en t te ten"), "100x"),
        **dict.fromkeys(ended(["vertausendfach"], "en t te ten"), "1000x"),
    }
    SMALL: Final = numbered(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
        " fünfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    TENS: Final = numbered(
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
    )

    @classmethod
    def numbers(cls) -> Mapping[str, int | Fraction]:
        ones = {("ein" if n == 1 else word): n for word, n in cls.SMALL.items() if 0 < n < 10}
        both = {f"{one}und{ten}": cls.TENS[ten] + n for ten in cls.TENS for one, n in ones.items()}
        halves = {
            f"{one}einhalb": n + Fraction(1, 2)
            for one, n in {**cls.SMALL, **ones}.items()
            if n and one != "eins"
        }
        half = dict.fromkeys(["halbes dutzend", "halben dutzend", "halbe dutzend"], 6)
        return {**both, **cls.SMALL, **cls.TENS, **halves, **half, "anderthalb": Fraction(3, 2)}

    @classmethod
    def ordinals(cls) -> Mapping[str, int]:
        odd = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
        stems = {f"{word}t": n for word, n in cls.SMALL.items() if n > 1 and n not in odd.values()}
        late = {f"{word}st": n for word, n in cls.TENS.items()}
        late |= {f"{word}st": int(n) for word, n in cls.numbers().items() if "und" in word}
        late |= {"millionst": 10**6, "milliardst": 10**9}
        return {
            word: n
            for stem, n in {**odd, **stems, **late}.items()
            for word in ended([stem], "e en er es em")
        }

    @classmethod
    def weak(cls) -> frozenset[str]:
        """Give what is often no number: `achten` is to respect, `zweite` another."""
        return frozenset(
            {"acht", *(word for word, n in cls.ordinals().items() if n in {1, 2, 3, 8})}
        )
