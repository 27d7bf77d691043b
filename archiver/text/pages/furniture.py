"""Lines that extractors take for the article, though no article ever said them.

"Advertisement", "Updated 5 minutes ago", "Sign up to our newsletter": they come and go with the
hour of the day. Each rule looks at one whole block, never at its place, and is narrow: what it
does not know stays in the body.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from resiliparse.parse.html import HTMLTree

from archiver.model import Block
from archiver.text.fields import words_n
from archiver.text.pages.dom import lines, select


def _whole(*phrases: str) -> re.Pattern[str]:
    """Give a pattern for a block that says one of `phrases`, and nothing more."""
    return re.compile(rf"\W*(?:{'|'.join(phrases)})\W*", re.IGNORECASE)


ADVERTISING = _whole(
    r"(?:paid )?advert(?:isement|isements|ising|s)?(?: - .*)?",
    r"(?:advertisement )?(?:story|article) continues (?:below|after)(?: (?:this |the )?"
    r"(?:advertisement|ad|video|newsletter|promotion))?",
    r"(?:advertisement )?(?:scroll|keep scrolling) (?:down )?(?:to continue|for more)"
    r"(?: reading)?",
    r"continue reading(?: below)?|sponsored(?: content| links?)?|ad feedback|skip (?:ad|promotion)",
    r"anzeige|werbung|publicité|publicidad(?:e)?|pubblicità|advertentie|reklama?|annonse?|реклама",
    r"广告|廣告|広告|광고",
)
AGE = _whole(
    r"(?:(?:last )?(?:updated|modified|published|posted|changed):? )?(?:(?:about|over|an?|\d+) )+"
    r"(?:sec|second|min|minute|hr|hour|day|week)s? ago",
    r"(?:(?:last )?updated:? )just now",
    r"(?:(?:zuletzt )?aktualisiert:? )?vor \d+ (?:sekunde|minute|stunde|tag)e?n?",
    r"(?:mis à jour )?il y a \d+ (?:seconde|minute|heure|jour)s?",
    r"(?:actualizado )?hace \d+ (?:segundo|minuto|hora|día)s?",
)
"""A relative date says when the page was looked at."""
POINTERS = _whole(
    r"related(?: (?:stor(?:y|ies)|articles?|posts?|news|links?|content|topics?|coverage|reading))?",
    r"(?:more|other|latest|top|trending|popular|recommended|similar|featured) "
    r"(?:stories|articles|news|posts|reading|headlines)(?: for you)?",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?)",
    r"most (?:read|popular|viewed|shared|commented)(?: (?:stories|articles|news))?",
    r"(?:read|watch|see) (?:more|next|also)|also read|up next|trending(?: now)?|don[’']t miss",
    r"more (?:on|about) this (?:story|topic|subject)",
    r"mehr zum thema|lesen sie auch|auch interessant|à lire aussi|sur le même sujet",
    r"(?:lea|lee) (?:también|además)|leggi anche|leia (?:também|mais)|lees ook",
)
"""What stands over a list of other articles, or is all that is left of one."""
SHARING = _whole(
    r"share(?: (?:this|it|on|via|the)(?: (?:article|story|post|page|link|facebook|twitter|whatsapp"
    r"|x|linkedin|email|this))*)?",
    r"(?:like this (?:story|article)\? )?share it with a friend|tweet(?: this)?",
    r"\d[\d,.]*k? (?:shares?|comments?|likes?|views?)|(?:leave|post|add|write) a comment|comments?",
    r"(?:(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|e-?mail|print|telegram|flipboard"
    r"|messenger|copy link|tumblr|pocket|bluesky|mastodon|threads|sms|share|tweet|x|\d+ shares?)"
    r"\W*){2,}",
    r"teilen|partager|compartir|condividi|compartilhar",
)
CALLS = _whole(
    r"(?:subscribe|sign up|donate|register|join(?: us)?|contribute|support us|become a (?:member"
    r"|supporter|subscriber))(?: (?:now|today|here|for free|free))*",
    r"support (?:our|independent|quality|local|us|free) ?(?:work|journalism|reporting|news"
    r"|newsroom)?",
    r"thanks? (?:you )?for (?:signing up|subscribing)",
)

LABELS = (ADVERTISING, AGE, POINTERS, SHARING, CALLS)
LABEL_WORDS = 20

POINTER = re.compile(
    r"(?:(?:read|see|watch|learn|find out) more|(?:read|see) also|also read|related(?: stor(?:y"
    r"|ies)| articles?)?|also on [\w.]+|more (?:on this|here)|mehr zum thema|lesen sie auch"
    r"|lire aussi|à lire aussi|lee también|leggi anche|leia também|don[’']t miss)"
    r"\b\s*[:|>»–—-]*\s*",
    re.IGNORECASE,
)
"""What stands before a link to another article, in one line with it."""

LETTER = re.compile(
    r"^(?:(?:click|tap) here to )?(?:sign up|subscribe|get|register|join|receive|want)\b"
    r".*\b(?:newsletters?|(?:your|my) (?:inbox|e-?mail)|e-?mail alerts?|mailing list)\b"
    r"|\b(?:sent|delivered|straight|directly?|right)\b.{0,20}\b(?:to|in) your inbox\b",
    re.IGNORECASE,
)
LETTER_WORDS = 40
"""Of an invitation to a newsletter; longer ones are told by `APPEALS`."""

APPEALS = tuple(
    re.compile(phrase, re.IGNORECASE)
    for phrase in (
        r"\breaders? like you\b|\bsupport(?:ers)? like you\b",
        r"\b(?:support|fund|back|sustain)(?:s|ing)? (?:our|us|this|independent|quality)\b",
        r"\b(?:contributions?|donations?|donat(?:e|ing))\b",
        r"\bpaywalls?\b",
        r"\b(?:becom(?:e|ing)|as) an? (?:\w+ )?(?:member|supporter|subscriber|donor)\b",
        r"\b(?:please )?consider (?:supporting|donating|making|becoming|a |giving|subscribing)\b",
        r"\b(?:every|any) (?:amount|contribution|donation|gift|dollar)\b|\bhowever small\b",
        r"\btakes (?:only|just|less than) an? \w+",
        r"\bindependent(?:,? \w+)? (?:news|journalism|reporting|newsroom|media)\b",
        r"\bif (?:you|everyone who) (?:value|like|enjoy|read|reads|appreciate)\b",
        r"\btax[- ]deductible\b|\bnon-?profit\b",
    )
)
ANY_APPEAL = re.compile(
    r"readers|donat|contribut|paywall|memb|support|subscri|consider|however small|indepen|tax",
    re.IGNORECASE,
)
"""One word at least of an appeal: most paragraphs have none, and are passed over at once."""
MOST_CHARACTERS = 3_000
"""Of a block that is looked at: 200 words have 1,500, and signs alone are matched slowly."""
APPEAL_WORDS = 200
APPEALS_LEAST = 3
"""Phrases of an appeal for money that make a paragraph one; news of such appeals has fewer."""

CONSENT = re.compile(
    r"^(?:we|this|our|by|your privacy)\b.*\b(?:cookies?|similar technolog(?:y|ies))\b",
    re.IGNORECASE,
)
CONSENTED = re.compile(
    r"\b(?:accept|agree|consent|your (?:experience|privacy|browser|preferences)|our use of"
    r"|personali[sz]ed?|partners)\b",
    re.IGNORECASE,
)
CONSENT_WORDS = 120


def without_furniture(blocks: Sequence[Block], tree: HTMLTree) -> Iterator[Block]:
    """Leave out the blocks that belong to the page around an article; the rest stays as it is."""
    points = any(POINTER.match(block.text) for block in blocks)
    linked = set(lines(select(tree, "a"))) if points else set()
    for block in blocks:
        if not is_furniture(block.text, linked):
            yield block


def is_furniture(text: str, linked: Collection[str] = ()) -> bool:
    """Say whether a whole block is page furniture by what it says.

    `linked` are the texts of the links of the page.

    >>> is_furniture("Advertisement"), is_furniture("Advertisement spending fell by a third.")
    (True, False)
    """
    if len(text) > MOST_CHARACTERS:
        return False
    words = words_n(text)
    if words > APPEAL_WORDS:
        return False
    return (
        (words <= LABEL_WORDS and any(label.fullmatch(text) for label in LABELS))
        or (words <= LETTER_WORDS and LETTER.search(text) is not None)
        or (words <= CONSENT_WORDS and _asks_consent(text))
        or _appeals(text)
        or _is_pointer(text, linked)
    )


def _appeals(text: str) -> bool:
    """Say whether a paragraph asks for money."""
    if ANY_APPEAL.search(text) is None:
        return False
    return sum(phrase.search(text) is not None for phrase in APPEALS) >= APPEALS_LEAST


def _asks_consent(text: str) -> bool:
    return CONSENT.search(text) is not None and CONSENTED.search(text) is not None


def _is_pointer(text: str, linked: Collection[str]) -> bool:
    """Say whether a line points to another article, by its words and a link that is the rest."""
    found = POINTER.match(text)
    return found is not None and (text[found.end() :] in linked or text in linked)
