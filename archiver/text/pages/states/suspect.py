"""Pages that hold nothing to read, of which nobody can say where the article is."""

import re

from archiver.text.fields import words_n
from archiver.text.pages.states.page import LITTLE, SHORT, Page, Rule, any_of, counted, quoted

EMPTY = 8
"""Words that a page shows while its scripts load: the name of the site, "Loading"."""

NEEDS_SCRIPT = any_of(
    r"(?:please )?(?:enable|activate|turn on|allow) (?:javascript|js)\b",
    r"(?:javascript|js) (?:is |must be |has been |needs to be |seems to be "
    r"|appears to be )*(?:disabled|required|enabled|needed|turned off|deaktiviert)",
    r"(?:requires?|needs?|without|benötigt|need to enable|to enable|erfordert) javascript",
    r"javascript (?:aktivieren|wird benötigt|ist deaktiviert|muss aktiviert)"
    r"|aktivieren sie (?:bitte )?javascript",
    r"(?:activer|activez) (?:le )?javascript|javascript est (?:désactivé|requis|nécessaire)"
    r"|nécessite javascript",
    r"(?:activar|activa|active|habilit[ae]r?) (?:el )?javascript|(?:necesita|requiere) javascript"
    r"|javascript está desactivado",
    r"(?:启用|开启|打开|啟用)\s?(?:您?的?浏览器的?)?\s?javascript|javascript\s?(?:已?被?禁用"
    r"|未启用)",
)
ROOTS = "#root, #app, #__next, #__nuxt, #___gatsby, app-root, [ng-app], #react-root, #svelte"

FOR_SALE = any_of(
    r"(?:the |this )?(?:domain|website)(?: name)? (?:\S+ )?(?:is |may be "
    r"|could be )(?:available )?(?:for sale|parked|expired|available)",
    r"(?:buy|get|purchase) this domain|interested in this domain|(?:this )?domain (?:has )?expired",
    r"(?:the )?(?:domain )?\S+\.\w{2,10} (?:is|may be|steht) (?:available )?(?:for sale"
    r"|zum verkauf)",
    r"(?:this )?(?:web ?page|domain|site) (?:\S+ )?(?:is|has been) (?:parked|registered (?:at|with"
    r"|via)|reserved)",
    r"(?:diese |die )?domain (?:\S+ )?(?:steht zum verkauf|ist (?:geparkt|zu verkaufen|registriert"
    r"|abgelaufen)|kaufen)",
    r"(?:ce |le )?(?:nom de )?domaine (?:\S+ )?est (?:à vendre|en vente|réservé|enregistré|parqué)",
    r"(?:este |el )?dominio (?:\S+ )?(?:está (?:en venta|aparcado|a la venta)|se vende"
    r"|ha caducado)",
    r"(?:该|此|本)?域名(?:\S+ ?)?(?:正在)?(?:出售|转让|可以?购买|已过期|停放)",
)
PARKERS = any_of(
    r"parkingcrew|sedoparking|bodis\.com|afternic\.com|/px\.js\?ch=\d|parklogic|above\.com/"
    r"|hugedomains"
    r"|dan\.com/|img1\.wsimg\.com/parking-lander|adsense/domains/caf\.js"
)

LISTING = re.compile(
    r"(?:Index of|Directory listing for|Verzeichnis von) /.*|.{1,200} - /.*", re.IGNORECASE
)
PARENT = any_of(
    r"\[?(?:parent directory|to parent directory|übergeordnetes verzeichnis|\.\./?)\]?",
    r"(?:parent directory|\.\./).*",
)

DEFAULT = any_of(
    r"welcome to (?:nginx|openresty|caddy|tengine)!?|apache2? (?:\w+ )?default page.*"
    r"|iis windows(?: server)?",
    r"(?:apache (?:http server )?)?test page(?: for .{0,60})?|it works!?|http server test page.*",
    r"default (?:web site|plesk) page|web server's default page"
    r"|congratulations! your .{0,30}server is .{0,30}",
    r"site (?:is )?(?:coming soon|under construction)|coming soon!?|under construction"
    r"|account suspended",
    r"this (?:account|site|website) (?:has been|is) suspended.{0,40}",
)

LOGIN = any_of(
    r"(?:log|sign) ?-?in(?: (?:to|with) .{1,40}| required)?|login(?: required)?|member login"
    r"|welcome back",
    r"anmelden|anmeldung|einloggen|bitte (?:melden sie sich an|einloggen)|connexion|se connecter"
    r"|identifiez-vous|identification",
    r"(?:iniciar|inicia|inicie) sesión|acceder|identifícate|(?:用户|会员|账号|帳號)?(?:登录|登錄"
    r"|登入)(?:页面)?",
)


def _frameset(page: Page) -> str:
    holds = page.words <= LITTLE and page.has("frameset")
    return "it is a set of frames, whose pages hold the text" if holds else ""


def _needs_script(page: Page) -> str:
    """A request for JavaScript in the place of a text; beside one, it is for the comments."""
    if page.words > 2 * LITTLE or page.seen > 2 * LITTLE:
        return ""
    told = [one for one in page.lines if page.words / 2 <= words_n(one) <= LITTLE]
    if page.words <= EMPTY:
        told.append(page.unscripted)
    for text in told:
        found = NEEDS_SCRIPT.search(text)
        if found and not page.claims_article:
            return f"it says {quoted(_around(text, found))}, and holds {counted(page)}"
    if page.seen <= EMPTY and page.has(ROOTS) and page.has("script"):
        return f"scripts are to fill it, and it holds {counted(page)}"
    return ""


def _around(text: str, found: re.Match[str]) -> str:
    """Give the sentence that a match stands in."""
    start = max(text.rfind(mark, 0, found.start()) for mark in ".!?。") + 1
    ends = [at for at in (text.find(mark, found.end()) for mark in ".!?。") if at >= 0]
    return text[start : min(ends, default=len(text))].strip()


def _parked(page: Page) -> str:
    if page.words > SHORT or page.claims_article:
        return ""
    said = next(
        (one for one in (*page.titles, *page.headings, *page.lines[:30]) if FOR_SALE.match(one)), ""
    )
    if said:
        return f"it says {quoted(said)}"
    is_parked = page.words <= LITTLE * 2 and PARKERS.search(page.scripts) is not None
    return "it holds a script of parked domains" if is_parked else ""


def _listing(page: Page) -> str:
    named = [one for one in (page.title, *page.headings) if LISTING.fullmatch(one)]
    if not named or page.claims_article:
        return ""
    if any(PARENT.fullmatch(one) or one.startswith("../") for one in page.lines):
        return f"it is a list of files, {quoted(named[0])}"
    return ""


def _default(page: Page) -> str:
    if page.words > 2 * SHORT or page.claims_article:
        return ""
    said = page.headed(DEFAULT)
    return f"the page is headed {quoted(said)}, and has {counted(page)}" if said else ""


def _login(page: Page) -> str:
    if page.words > 2 * LITTLE or page.claims_article or not page.has("input[type=password]"):
        return ""
    if page.words > LITTLE and not page.headed(LOGIN):
        return ""
    return f"it is a form to log in, with {counted(page)}"


def _json(page: Page) -> str:
    if page.has("h1, h2, p, a"):
        return ""
    is_data = page.text.startswith(("{", "[")) and page.text.endswith(("}", "]"))
    return "it is data for programs (JSON), not a page" if is_data else ""


FRAMESET = Rule("frameset", "suspect", _frameset)
NEEDS_JAVASCRIPT = Rule("needs-javascript", "suspect", _needs_script)
PARKED_DOMAIN = Rule("parked-domain", "suspect", _parked)
DIRECTORY_LISTING = Rule("directory-listing", "suspect", _listing)
DEFAULT_PAGE = Rule("default-page", "suspect", _default)
LOGIN_FORM = Rule("login-form", "suspect", _login)
JSON_DATA = Rule("json-data", "suspect", _json)
