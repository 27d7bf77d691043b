"""Bot checks and refusals: what guards of sites show in place of a page.

Guards leave scripts of theirs on good pages too (Cloudflare's `challenge-platform/scripts/jsd`,
DataDome's `tags.js`, Imperva's `_Incapsula_Resource?SWJIYLWA`): only what stands on a check itself
counts here, and only where there is hardly any text.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from archiver.text.pages.states.page import (
    LITTLE,
    SHORT,
    STUB,
    Page,
    Rule,
    any_of,
    counted,
    quoted,
)


class Guard(NamedTuple):
    """One product: elements, scripts and lines of its own that no page behind it has.

    One of them is enough on a page of at most `most` words.
    """

    name: str
    maker: str
    elements: str = ""
    scripts: re.Pattern[str] | None = None
    lines: re.Pattern[str] | None = None
    most: int = SHORT


NEVER = re.compile(r"(?!)")

GUARDS = (
    Guard(
        "cloudflare-challenge",
        "Cloudflare",
        elements="#challenge-form, #challenge-running, #challenge-stage, #challenge-error-text, "
        "#cf-challenge-running, .cf-browser-verification, #cf-please-wait",
        scripts=any_of(r"window\._cf_chl_opt", r"/cdn-cgi/challenge-platform/\S*orchestrate/"),
        lines=any_of(
            r"checking (?:if the site connection is secure|your browser before accessing)",
            r"verify(?:ing)? you are human\. this may take a few seconds",
            r"\S+ needs to review the security of your connection",
        ),
    ),
    Guard(
        "cloudflare-block",
        "Cloudflare",
        elements=".cf-captcha-container, #cf-hcaptcha-container, .cf-captcha-info",
        lines=any_of(
            r"attention required! \| cloudflare",
            r"the owner of this website \(.{1,80}\) has banned",
            r"this website is using a security service to protect itself from online attacks",
            r"you are being rate limited|you cannot access \S+\. refresh the page",
            r"the site owner may have set restrictions that prevent you from accessing the site",
        ),
        most=STUB,
    ),
    Guard(
        "akamai-block",
        "Akamai",
        elements="#sec-if-cpt-container, #sec-cpt-if, [src*='/_sec/cp_challenge/']",
        scripts=any_of(r"/_sec/cp_challenge/|bm-verify="),
        lines=any_of(
            r"you don't have permission to access \S+ on this server",
        ),
    ),
    Guard(
        "imperva-check",
        "Imperva",
        elements="iframe#main-iframe[src*='_Incapsula_Resource'], "
        "meta[content*='/_Incapsula_Resource'], iframe[src*='_Incapsula_Resource?CWUDNSAI']",
        lines=any_of(
            r"request unsuccessful\. incapsula incident id", r"pardon our interruption",
            r"as you were browsing something about your browser made us think you",
        ),
        most=STUB,
    ),
    Guard(
        "human-check",
        "HUMAN",
        elements="#px-captcha, .px-captcha-container, #px-captcha-wrapper, meta[name='px-captcha']",
        scripts=any_of(r"captcha\.px-c(?:dn|loud)\.net|/captcha/captcha\.js\?a=c|_pxBlockedUrl"),
        lines=any_of(
            r"press & hold to confirm you are", r"access to this page has been denied",
        ),
        most=STUB,
    ),
    Guard(
        "datadome-check",
        "DataDome",
        elements="iframe[src*='captcha-delivery.com'], #datadome-captcha, #ddv1-captcha-container",
        scripts=any_of(
            r"var dd ?= ?\{[^}]{0,400}captcha-delivery", r"ct\.captcha-delivery\.com/[ci]\.js"
        ),
        most=STUB,
    ),
    Guard(
        "aws-waf-check",
        "AWS WAF",
        elements="#captcha-container + #captcha-error, #challenge-container[data-awswaf]",
        scripts=any_of(r"window\.gokuProps", r"AwsWafIntegration\.(?:forceRefresh|checkForce)",
                       r"CaptchaScript\.renderCaptcha|AwsWafCaptcha\.renderCaptcha"),
    ),
    Guard(
        "sucuri-block",
        "Sucuri",
        elements="meta[content*='sucuri_cloudproxy_']",
        scripts=any_of(r"sucuri_cloudproxy_js ?="),
        lines=any_of(r"sucuri website firewall ?- ?(?:access denied|cloudproxy)",
                     r"access denied ?- ?sucuri website firewall",
                     r"you are being redirected.{0,5} sucuri"),
    ),
    Guard(
        "google-check",
        "Google",
        elements="form#captcha-form[action*='/sorry/'], form[action='index'] #recaptcha[data-s]",
        lines=any_of(
            r"our systems have detected unusual traffic from your computer network",
            r"unsere systeme haben ungewöhnlichen datenverkehr aus ihrem computernetzwerk",
            r"nos systèmes ont détecté un trafic exceptionnel",
            r"nuestros sistemas han detectado tráfico inusual",
        ),
    ),
    Guard(
        "other-guard",
        "a guard of the site",
        elements="#sg-captcha, meta[content*='/.well-known/sgcaptcha/'], #anubis_challenge, "
        "#wfBlock, #ddg-captcha, #ddg-l10n-title, #reblaze-challenge",
        scripts=any_of(r"KPSDK\.(?:now|start|scriptStart)\b",
                       r"/149e9513-01fa-4fb0-aad4-566afd725d1b/\S{0,80}/ips\.js",
                       r"validate\.perfdrive\.com|/\.within\.website/x/cmd/anubis/",
                       r"/\.well-known/vercel/security/static/challenge"),
        lines=any_of(
            r"the requested url was rejected\. please consult with your administrator",
            r"your access to this (?:site|service) has been limited",
            r"making sure you're not a bot", r"we're verifying your browser",
            r"ddos protection by \S+|checking your browser before (?:accessing|redirecting)",
            r"generated by wordfence",
        ),
    ),
)  # fmt: skip
"""In the order they are asked."""

CHECK = any_of(
    r"(?:please )?(?:verify|confirm|prove)(?: that)? you(?:'re| are) (?:a )?(?:human"
    r"|not a (?:ro)?bot)"
    r"(?: to continue)?",
    r"are you (?:a )?(?:human|(?:ro)?bot)|i'm not a robot|human verification|robot check",
    r"attention required|captcha interception|(?:please )?slide to verify",
    r"enter the characters you see below|please confirm that you are not a robot",
    r"security (?:check|verification)(?: required)?|captcha(?: check| required)?|bot check",
    r"just a moment|one more step|one moment,? please|please wait",
    r"(?:please )?complete the (?:security check|captcha)(?: (?:below )?to (?:access"
    r"|continue).{0,40})?",
    r"(?:bitte )?bestätigen sie,? dass sie (?:ein mensch|kein roboter) sind|sicherheits(?:prüfung"
    r"|überprüfung)",
    r"(?:sind sie )?ein mensch\?|ich bin kein roboter",
    r"(?:veuillez )?(?:confirme[rz]|vérifie[rz]) que vous (?:êtes (?:bien )?(?:un )?humain"
    r"|n'êtes pas un robot)",
    r"vérification de sécurité|êtes-vous un robot",
    r"(?:por favor,? )?(?:confirm[ae]|verifi(?:ca|que)|demuestr[ae]) que (?:no )?(?:eres"
    r"|es) (?:un )?(?:humano|robot)",
    r"verificación de seguridad|¿eres (?:un )?(?:humano|robot)",
    r"(?:请|請)?(?:完成|进行)?(?:安全|人机|人機)(?:验证|驗證|检查|校验)|请?输入验证码"
    r"|滑动验证(?:页面)?|访问验证",
)
CHECK_WIDGETS = (
    ".g-recaptcha, .h-captcha, .cf-turnstile, iframe[src*='hcaptcha.com'], #captcha, "
    "iframe[src*='recaptcha/api2'], iframe[src*='challenges.cloudflare.com'], [id*='nocaptcha'], "
    "img[src*='captcha'], input[name*='captcha'], .frc-captcha, form[action*='captcha'], "
    "form[action*='Captcha'], .geetest_holder, #nc_1_wrapper"
)

REFUSED = r"(?:http |error |fehler |erreur |错误 ?)*(?:401|403|429|451)(?: error)?"
DENIED = any_of(
    rf"(?:{REFUSED}[ :–—-]*)?(?:forbidden: )?(?:"
    r"access (?:to this (?:page|site|resource) )?(?:is |has been )?"
    r"(?:denied|forbidden|blocked|restricted)",
    r"(?:you(?:'ve| have) been|your (?:ip|request|access) (?:address )?(?:has been|is"
    r"|was)) blocked",
    r"(?:sorry, )?you have been blocked|forbidden|unauthori[sz]ed|authorization required",
    r"too many requests|rate limit(?:ed| exceeded)|request blocked",
    r"unavailable (?:for|due to) legal reasons",
    r"zugriff (?:verweigert|gesperrt|blockiert)|zugang verweigert|zu viele anfragen",
    r"accès (?:refusé|interdit|bloqué)|trop de requêtes",
    r"acceso (?:denegado|prohibido|bloqueado)|demasiadas (?:solicitudes|peticiones)",
    r"(?:访问|存取)(?:被拒绝?|受限|被禁止)|禁止访问|拒绝访问|(?:请求|访问)过于频繁"
    rf")(?:[ :(–—-]*{REFUSED}\)?)?[ .!。]*",
    rf"{REFUSED}[ .!]*",
)

TRAFFIC = any_of(
    r"(?:sorry,? )?(?:we|our systems?) (?:have |has )?detected (?:unusual|automated|suspicious) ",
    r"(?:would like|need|want)(?: you)? to make sure (?:that )?you(?:'re| are) not a (?:ro)?bot",
    r"(?:请按住滑块|请拖动|检测到(?:您的)?(?:网络|访问)异常|系统检测到)",
)
"""How a line begins that tells readers why they are checked."""

GEO = any_of(
    r"(?:(?:sorry|unfortunately)[,.]? )?(?:this|our|the) (?:\w+ )?(?:content|site|website|article"
    r"|page|video|service) "
    r"(?:is|are) (?:currently |unfortunately )?(?:not|un) ?available (?:in|to \w+ in|from) (?:your"
    r"|most|the|this) "
    r"(?:country|region|location|territory|european|eu)",
    r"(?:unfortunately,? )?our (?:web)?site is (?:currently )?unavailable in (?:most|many|your)",
    r"we recogni[sz]e you are attempting to access this website from a country belonging to "
    r"the european",
    r"(?:leider )?(?:ist )?(?:dieser|diese|dieses|der) (?:inhalt|seite|video|artikel"
    r"|angebot) (?:ist )?(?:leider )?"
    r"(?:in (?:ihrem|deinem) land|aus rechtlichen gründen|in (?:ihrer"
    r"|deiner) region) nicht (?:verfügbar|abrufbar)",
    r"(?:ce|cet|cette) (?:contenu|site|article|page|vidéo) n'est pas (?:disponible"
    r"|accessible) (?:dans|depuis) "
    r"(?:votre|ce) (?:pays|région)",
    r"(?:este|esta|el) (?:contenido|sitio|artículo|página|vídeo|video) no está disponible en (?:su"
    r"|tu) "
    r"(?:país|región|ubicación)",
    r"(?:抱歉，?)?(?:该|此|本)(?:内容|网站|页面|视频|服务)(?:在)?(?:您|你)?所?在?的?(?:国家"
    r"|地区)(?:和地区|或地区)?"
    r"(?:内)?(?:不可用|无法(?:访问|观看|使用))",
)


def _guarded(guard: Guard) -> Callable[[Page], str]:
    """Make what looks for one guard."""

    def found(page: Page) -> str:
        if page.words > guard.most:
            return ""
        if guard.elements and page.has(guard.elements):
            return f"it is a check by {guard.maker}, with {counted(page)}"
        if guard.lines is not None:
            seen = (page.title, *page.titles, *page.headings, *page.lines)
            said = next((one for one in seen if guard.lines.match(one)), "")
            if said and not page.claims_article:
                return f"{guard.maker} says {quoted(said)}"
        if guard.scripts is not None and guard.scripts.search(page.scripts):
            return f"it holds a script of a check by {guard.maker}, and {counted(page)}"
        return ""

    return found


def _check(page: Page) -> str:
    """A captcha in the place of a text, whoever made it."""
    if page.words > SHORT or page.claims_article:
        return ""
    said = next(
        (
            one
            for one in (*page.titles, *page.headings)
            if CHECK.fullmatch(one.strip(" .!?…。！？"))
        ),
        "",
    )
    if said and (page.seen <= 2 * LITTLE or page.has(CHECK_WIDGETS)):
        return f"the page is headed {quoted(said)}, and has {counted(page)}"
    told = page.says(TRAFFIC) if page.seen <= 2 * LITTLE else ""
    if told:
        return f"it says {quoted(told)}, and has {counted(page)}"
    if page.seen <= 2 * LITTLE and page.has(CHECK_WIDGETS) and not page.has("input[type=password]"):
        return f"it holds a captcha, and {counted(page)}"
    return ""


def _denied(page: Page) -> str:
    if page.words > SHORT or page.claims_article:
        return ""
    said = page.headed(DENIED)
    return f"the page is headed {quoted(said)}, and has {counted(page)}" if said else ""


def _geo(page: Page) -> str:
    if page.words > SHORT:
        return ""
    opening = [*page.headings, *(block.text for block in page.document.blocks[:3])]
    if page.words <= LITTLE:
        opening += page.lines
    said = next((one for one in opening if GEO.match(one.replace("’", "'"))), "")
    return f"it says {quoted(said)}" if said else ""


GUARD_RULES = tuple(Rule(guard.name, "blocked", _guarded(guard)) for guard in GUARDS)
CAPTCHA = Rule("captcha", "blocked", _check)
ACCESS_DENIED = Rule("access-denied", "blocked", _denied)
GEO_BLOCK = Rule("geo-block", "blocked", _geo)
