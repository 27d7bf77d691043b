"""Pages that stand where an article was: "Page not found", and notices that it was removed."""

from archiver.text.fields import words_n
from archiver.text.pages.states.page import (
    LITTLE,
    SHORT,
    STUB,
    Page,
    Rule,
    any_of,
    counted,
    one_line,
    path_of,
    quoted,
)

NOTICE_SHARE = 0.5
"""Of the body, what a notice must be where it does not open it."""
MARKED = 2 * LITTLE
"""Words up to which a page may be an error page though its template says that it is an article."""

SOFTLY = (
    r"(?:(?:ooo?ps|whoops|uh[- ]oh|sorry|hoppla|ups|désolé|lo sentimos|很?抱歉)"
    r"[ ,.!:，！…–-]*)?"
)
CODE = (
    r"(?:(?:http |error |fehler |erreur |错误 ?|錯誤 ?)*:? ?(?:404|410)"
    r"(?: error| fehler)?[ :.!|–—-]*)"
)
SOUGHT = r"(?: (?:that )?you(?:'re| are| were)? (?:looking|searching) for| (?:you )?requested)?"
PAGE = (
    r"(?:(?:the|this|that|your) )?(?:requested )?(?:page|article|story|content|post|url|file)"
    + SOUGHT
)
PAGE_DE = (
    r"(?:(?:die|der|diese|dieser) )?(?:\w+e )?(?:seite|artikel|beitrag|inhalt)"
    r"(?:, (?:die|den) sie (?:suchen|aufrufen wollten),)?"
)
PAGE_FR = (
    r"(?:(?:cette|cet|la|le) |l')?(?:page|article|contenu)(?: (?:demandé|recherché)e?"
    r"| que vous (?:re)?cherchez)?"
)
PAGE_ES = (
    r"(?:(?:la|el|esta|este) )?(?:página|noticia|artículo|contenido)(?: \w+ad[ao]"
    r"| que (?:buscas?|estás? buscando|solicitas?te))?"
)
PAGE_ZH = (
    r"(?:您|你|对不起，?您?)?(?:所?(?:访问|訪問|请求|查找|寻找|要找)的)?"
    r"(?:页面|頁面|网页|網頁|文章|内容)"
)

NOT_FOUND = any_of(
    rf"{SOFTLY}{CODE}?{SOFTLY}(?:"
    rf"{PAGE} (?:(?:was |is |could )?not (?:be )?found|(?:can't|cannot|couldn't) be found)",
    rf"{PAGE} (?:does not|doesn't) exist(?: anymore)?",
    rf"{PAGE} (?:no longer exists|is missing|is gone|(?:is )?not available|isn't available"
    rf"|(?:is )?unavailable)",
    rf"(?:we (?:can't|cannot|couldn't|could not) find|unable to find) {PAGE}",
    r"not found|nothing (?:was )?found(?: here)?|(?:\d+ - )?file or directory not found",
    rf"{PAGE_DE} (?:(?:wurde|konnte|kann|ist) )?(?:leider )?nicht (?:gefunden|verfügbar|vorhanden)"
    r"(?: werden)?",
    rf"{PAGE_DE} (?:existiert|gibt es) (?:leider )?nicht(?: mehr)?|nicht gefunden",
    rf"{PAGE_FR} (?:est )?(?:introuvable|non trouvée?|inexistante?)",
    rf"{PAGE_FR} n'(?:existe (?:pas|plus)|a pas été trouvée?|est (?:pas|plus) disponible)",
    rf"{PAGE_ES} no (?:ha sido |fue |se ha )?(?:encontrad[oa]|disponible|existe|se encuentra)",
    rf"(?:no (?:se ha encontrado|se encontró|encontramos) )?{PAGE_ES} inexistente",
    r"no (?:se ha encontrado|se encontró|encontramos|se puede encontrar) la página",
    rf"{PAGE_ZH}(?:不存在|未找到|找不到了?|没有找到|沒有找到|已不存在|走丢了|丢失了?|不见了)",
    rf"(?:找不到|未找到|无法找到|無法找到)(?:该|該|此)?{PAGE_ZH}",
    r"(?:a )?página não (?:foi )?encontrada|pagina non trovata|pagina niet gevonden",
    r"ページが見つかりません(?:でした)?|страница не найдена"
    rf")(?:[ :(–—-]*{CODE}\)?)?[ .!…:。！(]*",
)
"""Titles and headings that say this and nothing else."""
CODE_ALONE = any_of(
    rf"{SOFTLY}{CODE}(?:gone)?[.!]*",
)

THIS = r"(?:this|the) (?:news )?(?:article|story|page|post|report|video|content|item)" + SOUGHT
WITHDRAWN = r"(?:removed|withdrawn|deleted|retracted|taken (?:down|offline)|unpublished)"
THIS_DE = r"(?:dieser|diese|der|die) (?:artikel|beitrag|text|seite|meldung|inhalt)"
REMOVED = any_of(
    r"[\[(*“\"]*(?:(?:editor'?s'? note|notice|note|update|sorry|hinweis|note) ?[:,–—-] ?)?(?:"
    rf"{THIS} (?:has|have) (?:now |since )?(?:been {WITHDRAWN}|expired)",
    rf"{THIS} (?:was|is) {WITHDRAWN}",
    rf"we (?:have |had to )?(?:removed?|deleted?|withdrawn|withdraw|taken down) {THIS}",
    rf"{THIS} is (?:no longer (?:available|online|accessible)|(?:currently )?unavailable)",
    rf"{THIS_DE} wurde (?:\S+ ){{0,6}}?(?:gelöscht|entfernt|zurückgezogen|depubliziert)",
    rf"{THIS_DE} (?:ist|steht) (?:leider )?nicht (?:mehr|länger) (?:\S+ )?"
    r"(?:verfügbar|abrufbar|online|zur verfügung)",
    r"(?:(?:cet|cette|ce|le|la) |l')(?:article|page|contenu|texte|dépêche) (?:a été|est) "
    r"(?:supprimé|retiré|dépublié|effacé)e?",
    r"(?:(?:cet|cette|ce|le|la) |l')(?:article|page|contenu|texte|dépêche) n'est plus "
    r"(?:disponible|accessible|en ligne)",
    r"(?:este|esta|el|la) (?:artículo|noticia|página|contenido|nota) (?:ha sido|fue) "
    r"(?:eliminad|retirad|borrad|despublicad)[oa]",
    r"(?:este|esta|el|la) (?:artículo|noticia|página|contenido|nota) ya no (?:está disponible"
    r"|existe)",
    r"(?:该|該|此|本)(?:文章|文|内容|內容|页面|頁面|稿件|报道|報道|新闻|帖子)?(?:已经?|已經?)?被?"
    r"(?:作者|发布者|發布者)?(?:删除|刪除|撤下|撤回|下线|下線|撤稿|移除|下架)"
    r")",
)
"""How a notice begins that speaks of the article itself, not of one in the news."""
ELSEWHERE = any_of(
    r"from (?!(?:this|our|the) (?:web)?site)|in print|aus (?:dem|der) (?!web)|du rayon|后来"
)
"""What goes on about something else: "removed from our print edition", "from shelves"."""

ERROR_PATH = any_of(
    r"/(?:404|410|not[-_]?found|page[-_]?not[-_]?found|error[-_/]?404|404[-_]?error|gone"
    r"|seite-nicht-gefunden|page-introuvable|no-encontrad[oa])(?:\.\w{2,5})?/?$",
)


def _soft_404(page: Page) -> str:
    """A heading that says so wholly; an essay of that name has an author, a date and a text."""
    if page.words > (MARKED if page.claims_article else STUB):
        return ""
    said = page.headed(NOT_FOUND)
    if not said and page.words <= SHORT:
        said = page.headed(CODE_ALONE)
    return f"the page is headed {quoted(said)}, and has {counted(page)}" if said else ""


def _redirected(page: Page) -> str:
    if not page.final_uri or page.words > STUB or not ERROR_PATH.search(path_of(page.final_uri)):
        return ""
    is_asked = path_of(page.uri) == path_of(page.final_uri)
    return "" if is_asked else f"it leads to {page.final_uri}"


def _removed(page: Page) -> str:
    """A notice that opens the text or is the most of it; the headline may still stand."""
    if page.words > SHORT:
        return ""
    texts = [one_line(block.text) for block in page.document.blocks if block.kind != "heading"]
    for place, text in enumerate(texts):
        if _is_removal(text) and (place == 0 or words_n(text) >= NOTICE_SHARE * page.words):
            return f"instead of a text it says {quoted(text)}"
    if page.words > LITTLE:
        return ""
    said = next(filter(_is_removal, (*page.headings, *page.titles, *page.lines)), "")
    return f"instead of a text it says {quoted(said)}" if said else ""


def _is_removal(text: str) -> bool:
    found = REMOVED.match(text)
    return found is not None and not ELSEWHERE.match(text[found.end() :].lstrip())


SOFT_404 = Rule("soft-404", "gone", _soft_404)
REDIRECTED_404 = Rule("redirected-to-404", "gone", _redirected)
REMOVED_NOTICE = Rule("removed-notice", "gone", _removed)
