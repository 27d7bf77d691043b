"""Speech that dashes open."""

import pytest

from archiver.grade.dialogue import speech


def spoken(text: str, language: str) -> list[str]:
    return [text[span.start : span.end].strip() for span in speech(text, language).spoken]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("—Vuelvo —dijo ella—. Hoy no.", "es", ["Vuelvo", ". Hoy no."]),
        ("—Vuelvo, dijo ella, y cobro.", "es", ["Vuelvo,", ", y cobro."]),
        ("-Vuelvo -dijo ella-. Hoy no.", "es", ["Vuelvo", ". Hoy no."]),
        ("Miró el mar. —¿Vuelves? —Vuelvo.", "es", ["¿Vuelves?", "Vuelvo."]),
        ("La red —que cosió ella— se rompió.", "es", []),
        ("- Red nueva para el muelle.", "es", []),
        ("—La Voz del Muelle", "es", []),
        ("-5 grados en el muelle.", "es", []),
        ("— Je reviens, dit-elle. Pas ce soir.", "fr", ["Je reviens,", ". Pas ce soir."]),
        ("— Qui revient ? demande-t-elle.", "fr", ["Qui revient ?", "."]),
        ("— Le pont sera fermé, précise la ville.", "fr", []),
        ("Le pont – qui est vieux – ferme.", "fr", []),
        ("Brest. — La vedette est rentrée hier.", "fr", []),
        ("— Je reviens, dit-elle.", "en", []),
        ("-¿Vuelves?", "es", ["¿Vuelves?"]),
        ("- ¿Cómo se cose la red?", "es", []),
        ("– ¿Cómo se cose la red?", "es", []),
        ("– La red – dice el cartel – se cose.", "es", []),
        ("—Redes: cuatro nuevas.", "es", []),
        ("—Mira: la barca.", "es", ["Mira: la barca."]),
        ("—Pagamos cuatro redes.", "es", ["Pagamos cuatro redes."]),
        ("—Tramos de red, gramos de sal.", "es", []),
        ("BILBAO. – ¡Suben las redes!", "es", []),
        ("– Comment réparer un filet ? Par étapes.", "fr", []),
        ("– Où puis-je amarrer ?", "fr", []),
        ("– Que faire si je perds ma clé ?", "fr", []),
        ("— Comment réparer un filet ?", "fr", ["Comment réparer un filet ?"]),
        ("– Qui répare ? – Le patron.", "fr", ["Qui répare ? – Le patron."]),
        ("– Qui répare le filet, demande-t-elle ?", "fr", ["Qui répare le filet,", "?"]),
        ("– Votre filet est prêt, explique l’affiche.", "fr", []),
        ("– Votre filet est prêt, explique le patron.", "fr", ["Votre filet est prêt,", "."]),
        ("NANTES (Loire-Atlantique). — Le port ferme !", "fr", []),
        ("Art. 3 bis. — Le port est-il à vous ?", "fr", []),
        ("« Non. » — Le patron est content !", "fr", []),
        ("« Non. » — Je pars demain.", "fr", ["Je pars demain."]),
    ],
)
def test_a_dash_opens_speech(text: str, language: str, said: list[str]) -> None:
    assert spoken(text, language) == said
