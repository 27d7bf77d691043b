"""Ordinals of English, French and Spanish; those of German are made of its numbers."""

from collections.abc import Mapping

from archiver.grade.word_rows import and_one, ended, joined, numbered, row


def english_ordinals(small: str, tens: str) -> dict[str, int]:
    """Give English ordinals: those below twenty, the tens and both joined."""
    first = numbered(small, 1)
    stems = numbered(tens, 20, 10)
    both = joined({f"{stem}y": n for stem, n in stems.items()}, first, ("-",))
    return {**first, **{f"{stem}ieth": n for stem, n in stems.items()}, **both}


def large_ordinals(small: str, large: Mapping[str, int]) -> dict[str, int]:
    """Give ordinals of hundreds and thousands, alone and with each of `small`, from two upwards."""
    return {**large} | {
        f"{word}{sign}{ordinal}": times * n
        for word, times in numbered(small, 2).items()
        for ordinal, n in large.items()
        for sign in ("-", " ")
    }


def french_ordinals() -> dict[str, int]:
    """Give those from twenty to ninety-nine: `vingtième`, `vingt et unième`, `vingt-deuxième`."""
    ones = row("deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz", "ième", 2)
    ones |= row("quinz seiz dix-sept dix-huit dix-neuv", "ième", 15)
    tens = numbered("vingt trente quarante cinquante soixante", 20, 10)
    found = row("vingt", "ième", 20) | {f"{ten[:-1]}ième": n for ten, n in tens.items() if n > 20}
    found |= joined(tens, ones, ("-", " "))
    found |= and_one(tens, ("unième",))
    found |= dict.fromkeys(["soixante et onzième", "soixante-et-onzième"], 71)
    found |= {f"soixante-{one}": 60 + n for one, n in ones.items() if n >= 10}
    found |= {f"quatre-vingt-{one}": 80 + n for one, n in {"unième": 1, **ones}.items()}
    return found | {"quatre-vingtième": 80}


def spanish_ordinals() -> dict[str, int]:
    """Give those from eleven upwards: `undécimo`, `decimosexta`, `vigésimo primero`, `milésimo`."""
    ends = "o a os as"
    found = row("undécim duodécim", ends, 11)
    stems_of_one = "primer segund tercer cuart quint sext séptim octav noven"
    apart = {**row(stems_of_one, ends, 1), "primer": 1, "tercer": 3}
    for tens, n in (("decimo", 10), ("vigesimo", 20)):
        found |= {f"{tens}{one}": n + ones for one, ones in apart.items()}
    stems = "décim vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim"
    for tens, n in numbered(f"{stems} nonagésim", 10, 10).items():
        found |= {f"{tens}{end} {one}": n + ones for end in "oa" for one, ones in apart.items()}
        if n > 10:
            found |= dict.fromkeys(ended([tens], ends), n)
    for stem, n in (("centésim", 100), ("milésim", 1000), ("millonésim", 10**6)):
        found |= dict.fromkeys(ended([stem], ends), n)
    return found
