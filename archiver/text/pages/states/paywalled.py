"""The start of a text that only subscribers read to its end."""

from resiliparse.parse.html import ElementNode

from archiver.text.fields import words_n
from archiver.text.pages.dom import attribute, select
from archiver.text.pages.linked_data import Node, article_body
from archiver.text.pages.states.page import (
    LITTLE,
    SHORT,
    STUB,
    Page,
    Rule,
    any_of,
    counted,
    one_line,
    quoted,
)

WHOLE_SHARE = 0.7
"""Of the words a page says its article has, what a text must have to be the whole of it."""

ELEMENTS = (
    "[class*=paywall], [id*=paywall], [data-testid*=paywall], [class*=pay-wall], [class*=regwall], "
    "[id*=regwall], .tp-modal, .tp-container-inner, #piano-offer, [class*=subscriber-only], "
    "[class*=subscription-wall], [class*=metered-wall], [class*=premium-wall], "
    "[class*=abo-wall], [class*=pluscontent], amp-subscriptions-dialog, [subscriptions-section], "
    "[subscriptions-action], #gateway-content, [class*=article-gate], [class*=content-gate], "
    "[class*=paid-content], [class*=reader-wall], [class*=restricted-content]"
)

JOIN = r"(?:please )?(?:subscribe|register|sign (?:in|up)|log ?in|join)"
NOW = r"(?: (?:now|today|free|for free|here|or \w+(?: \w+)?))*"
READ_DE = r"(?:weiter ?(?:zu)?lesen|(?:ganzen |vollständigen )?artikel (?:zu )?lesen|freischalten)"
PHRASES = any_of(
    rf"{JOIN}{NOW} to (?:continue|keep|read|unlock|access|view|finish)\b",
    r"to (?:continue|keep|finish) reading.{0,40}(?:subscri|register|sign|log|become a member|join)",
    r"to read (?:the|this) (?:full|rest|whole|entire).{0,40}(?:subscri|register|sign|log|member"
    r"|join)",
    r"(?:already a (?:subscriber|member)\?|you(?:'ve| have) (?:reached|read|used).{0,30}(?:limit"
    r"|free))",
    r"(?:this|the) (?:article|story|content|post|report) is "
    r"(?:(?:only|exclusively|reserved|available|just) )*(?:to|for) (?:our |paid |paying )*"
    r"(?:subscribers|members)",
    r"(?:continue reading|keep reading|read on|get full access|unlock (?:this|the) \w+) with ",
    r"(?:subscribers?|members?)[- ](?:only|exclusive)(?: (?:content|article|story))?$",
    r"(?:dieser|der|den|diesen|das|ihr) (?:\S+ )?(?:artikel|inhalt|beitrag|text) "
    r"(?:ist |steht |lesen sie )?(?:nur|exklusiv|ausschließlich) (?:für|mit|unseren)",
    rf"(?:jetzt |hier )?{READ_DE}.{{0,40}}(?:abo|plus\b|premium|\+|registrier|anmeld)",
    rf"(?:mit (?:einem )?\S*abo\b|als abonnent|melden sie sich an"
    rf"|registrieren sie sich).{{0,40}}{READ_DE}",
    r"(?:exklusiv|nur) für (?:abonnent|plus-?|premium-?|\S*-?leser)",
    r"(?:cet |l')?(?:article|contenu) (?:est )?(?:\w+ )?(?:réservé|exclusif|disponible uniquement) "
    r"(?:aux|pour|à nos|les) (?:abonné|membre)",
    r"pour lire la suite|la suite (?:de cet article )?est réservée",
    r"il (?:vous )?reste \d+ ?% (?:de cet article )?à (?:lire|découvrir)",
    r"abonnez-vous pour (?:lire|continuer|accéder|poursuivre)",
    r"(?:contenido|artículo|noticia) (?:\w+ )?(?:exclusiv[oa]|reservad[oa]|solo) (?:para|a) "
    r"(?:nuestros |los )?(?:suscriptor|abonad|soci)",
    r"(?:suscríb[ea](?:te|se)|regístr[ae](?:te|se)|inici[ae] sesión).{0,20} para "
    r"(?:seguir|continuar) leyendo|para seguir leyendo",
    r"(?:订阅|訂閱|登录|登錄|开通会员|成为会员|付费|购买)(?:后|後|即可|以|会员)*(?:继续|繼續)?"
    r"(?:阅读|閱讀|查看|解锁)(?:全文|更多|本文)?",
    r"(?:本文|此文|该文|全文)(?:为|為|仅|僅|只)(?:供|限|对|對)?.{0,6}"
    r"(?:订阅|訂閱|付费|付費|会员|會員)|剩余 ?\d+%",
    r"(?:会员|會員|订阅者|訂閱者|付费)(?:专享|專享|专属|專屬|可见|可读)",
    r"questo articolo è riservato agli abbonati|dit artikel is exclusief voor abonnees",
)
"""How a line begins that stands where the text stops."""
MOST_IN_LINE = 40
"""Words of such a line; a paragraph that tells of paywalls goes on."""

LETTERS = any_of(r"newsletter|email|e-mail|podcast|youtube|channel|magazine|print edition")
"""What one may subscribe to and still read on."""


def _declared(page: Page) -> str:
    """The page tells search engines that it is not free, and holds little, or a wall."""
    if page.words > STUB or not page.article or not _is_paid(page.nodes) or _is_whole(page):
        return ""
    wall = _wall(page)
    if page.words <= SHORT:
        return f"it says that it is not free to read, and has {counted(page)}"
    return f"it says that it is not free to read, and that {wall}" if wall else ""


def _walled(page: Page) -> str:
    """A wall stands where a short text stops, and says so."""
    if page.words > STUB or _is_whole(page):
        return ""
    said = _invitation(page)
    if not said:
        return ""
    if page.words <= LITTLE or _is_cut(page) or _stands_in_wall(page, said):
        return f"where the text stops it says {quoted(said)}, after {counted(page)}"
    return ""


def _is_paid(nodes: list[Node]) -> bool:
    return any(
        str(node.get("isAccessibleForFree")).rsplit("/", 1)[-1].strip().lower() == "false"
        for node in nodes
        if "isAccessibleForFree" in node
    )


def _is_whole(page: Page) -> bool:
    """Say whether the text is as long as the page says its article is."""
    told = words_n(article_body(page.nodes))
    count = str(page.article.get("wordCount", ""))
    if count.isascii() and count.isdigit():
        told = max(told, int(count[:9]))
    return told > 0 and page.words >= WHOLE_SHARE * told


def _wall(page: Page) -> str:
    said = _invitation(page)
    if said:
        return f"it says {quoted(said)}"
    return "it holds a paywall" if page.has(ELEMENTS) else ""


def _invitation(page: Page) -> str:
    """Give the line that asks readers to subscribe to read on, "" where none does."""
    for one in page.lines:
        found = PHRASES.match(one.lstrip(" –—-*>→🔒"))
        if found and words_n(one) <= MOST_IN_LINE and not LETTERS.search(one[: found.end() + 20]):
            return one
    return ""


def _stands_in_wall(page: Page, said: str) -> bool:
    """Say whether a line is that of a wall which shows: scripts may show one that is hidden."""
    walls = select(page.tree, ELEMENTS, 20)
    return any(said[:40] in one_line(wall.text) and not _is_hidden(wall) for wall in walls)


def _is_hidden(node: ElementNode) -> bool:
    at: ElementNode | None = node
    while at is not None:
        style = attribute(at, "style").replace(" ", "").lower()
        if at.hasattr("hidden") or "display:none" in style:
            return True
        at = at.parent_element
    return False


def _is_cut(page: Page) -> bool:
    """Say whether the text stops in the midst: in dots, or without a full stop."""
    texts = [block.text for block in page.document.blocks if block.kind == "paragraph"]
    own = [text for text in texts if not PHRASES.match(text)]
    return bool(own) and own[-1].rstrip(" ]").endswith(("…", "...", "[…", "……"))


PAYWALL_DECLARED = Rule("paywall-declared", "paywalled", _declared)
PAYWALL_LINE = Rule("paywall-line", "paywalled", _walled)
