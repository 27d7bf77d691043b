"""What noise says, in the language of a page: several wordings of each kind, all made up."""

from collections.abc import Mapping, Sequence

Wordings = Mapping[str, Sequence[str]]

ENGLISH: Wordings = {
    "link": (
        "Council delays vote on the northern ring road",
        "Five quiet valleys to walk in before the snow comes",
        "Why the price of bread rose again this autumn",
        "The orchestra that plays for empty chairs",
        "Striking ferry crews return to work on Thursday",
        "A village decides to switch off its street lamps",
        "How a retired teacher mapped every well in the county",
        "Goalkeeper out for six weeks after training accident",
    ),
    "cookies": (
        "We use cookies to improve our site. Accept all or manage your choices.",
        "Your privacy matters to us. We and our 218 partners store data on your device.",
        "By continuing you agree to the use of cookies as our policy describes them.",
        "This website needs some cookies to work and would like to set others.",
    ),
    "advert": ("Advertisement", "Sponsored", "ADVERTISEMENT", "Ad", "Paid content", "Promoted"),
    "newsletter": (
        "Sign up for our morning briefing and get the day's best stories in your inbox.",
        "Enjoying this story? Subscribe to the weekly letter from our newsroom.",
        "Join 40,000 readers: our free newsletter arrives every Friday at seven.",
        "Never miss a story. Enter your email address to receive our digest.",
    ),
    "share": (
        "Share Tweet Email",
        "Share this article",
        "Facebook X WhatsApp Copy link",
        "12 shares",
    ),
    "age": (
        "Updated {n} minutes ago",
        "Last updated {n} min ago",
        "{n} minutes ago",
        "Updated: {n} hours ago",
    ),
    "appeal": (
        (
            "Since you are here, we have a small favour to ask. More people than ever "
            "read our work, and yet advertising falls everywhere. We keep our reporting "
            "open for all, whatever they can afford to pay. If everyone who reads us "
            "helped a little, our future would be much more secure. Support us from as "
            "little as one pound, it only takes a minute. Thank you."
        ),
        (
            "Independent journalism needs you. Our small team has no owner to please and "
            "no shares to sell. Every month some hundreds of readers decide to give what "
            "a cup of coffee costs, and that is what pays for days in archives, for "
            "lawyers, for a second phone call. Would you think about joining them today? "
            "You can stop at any time, and each sum counts."
        ),
    ),
    "heading": ("Related stories", "More on this", "Read next", "You may also like", "Most read"),
}
GERMAN: Wordings = {
    "link": (
        "Gemeinderat verschiebt Abstimmung über die Nordumfahrung",
        "Fünf stille Täler für Wanderungen vor dem ersten Schnee",
        "Warum das Brot in diesem Herbst wieder teurer wurde",
        "Das Orchester, das vor leeren Stühlen spielt",
        "Fährleute nehmen am Donnerstag die Arbeit wieder auf",
        "Ein Dorf schaltet seine Straßenlampen ab",
        "Wie eine Lehrerin jeden Brunnen des Kreises verzeichnete",
        "Torhüter fällt nach einem Unfall sechs Wochen aus",
    ),
    "cookies": (
        "Wir verwenden Cookies, um unsere Seite zu verbessern. Alle annehmen oder auswählen.",
        "Ihre Privatsphäre ist uns wichtig. Wir und 218 Partner speichern Daten auf Ihrem Gerät.",
        "Mit der Nutzung dieser Seite stimmen Sie der Verwendung von Cookies zu.",
        "Diese Website braucht einige Cookies und würde gern weitere setzen.",
    ),
    "advert": ("Anzeige", "Werbung", "ANZEIGE", "Gesponsert", "Bezahlter Inhalt", "Promotion"),
    "newsletter": (
        "Melden Sie sich für unseren Newsletter an und lesen Sie das Beste des Tages im Postfach.",
        "Gefällt Ihnen der Text? Abonnieren Sie den Wochenbrief aus unserer Redaktion.",
        "40.000 lesen schon mit: Unser kostenloser Newsletter kommt jeden Freitag um sieben.",
        "Keine Geschichte verpassen: Tragen Sie hier Ihre E-Mail-Adresse ein.",
    ),
    "share": (
        "Teilen Twittern E-Mail",
        "Artikel teilen",
        "Facebook X WhatsApp Link kopieren",
        "12 mal geteilt",
    ),
    "age": (
        "Aktualisiert vor {n} Minuten",
        "Zuletzt aktualisiert vor {n} Minuten",
        "vor {n} Minuten",
        "Aktualisiert: vor {n} Stunden",
    ),
    "appeal": (
        (
            "Wenn Sie schon hier sind, haben wir eine kleine Bitte. Mehr Menschen als je "
            "zuvor lesen unsere Arbeit, doch die Einnahmen aus Werbung sinken überall. "
            "Wir halten unsere Berichte für alle offen. Würden alle, die uns lesen, ein "
            "wenig helfen, wäre unsere Zukunft sicher. Unterstützen Sie uns schon ab "
            "einem Euro, es dauert nur eine Minute. Vielen Dank."
        ),
        (
            "Unabhängiger Journalismus braucht Sie. Unser kleines Team muss keinem "
            "Besitzer gefallen. Jeden Monat geben einige hundert Menschen so viel, wie "
            "eine Tasse Kaffee kostet, und davon bezahlen wir Tage in Archiven und einen "
            "zweiten Anruf. Wollen Sie heute dazugehören?"
        ),
    ),
    "heading": ("Mehr zum Thema", "Lesen Sie auch", "Das könnte Sie interessieren", "Meistgelesen"),
}

CORRECTIONS = (
    "Correction: An earlier version of this article gave the wrong year.",
    "Clarification: The name of the school was added on Tuesday.",
    "This article was amended to correct the number of seats.",
)
GERMAN_CORRECTIONS = (
    "Korrektur: In einer früheren Fassung stand ein falsches Jahr.",
    "Anmerkung: Der Name der Schule wurde am Dienstag ergänzt.",
    "Dieser Text wurde berichtigt: Die Zahl der Sitze war falsch.",
)


def wordings(page: str) -> Wordings:
    """Give what noise says on a page, by the language it claims."""
    return GERMAN if is_german(page) else ENGLISH


def is_german(page: str) -> bool:
    head = page[:3_000].lower()
    return 'lang="de' in head or "lang=de" in head or "de_de" in head
