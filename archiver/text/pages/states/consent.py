"""Walls that ask for a consent to cookies, in the place of a text."""

from archiver.text.fields import words_n
from archiver.text.pages.states.page import (
    LITTLE,
    STUB,
    Page,
    Rule,
    any_of,
    counted,
    host_of,
    one_line,
    quoted,
)

CONSENT_SHARE = 0.6
"""Of the words of a body, what must speak of consent for it to be no article."""

HOSTS = any_of(
    r"^(?:consent|guce|cmp|cookies?|privacy-?(?:consent|gate)?|collectconsent)\.|\.consentmanager\."
)
FORMS = (
    "form[action*='consent.yahoo'], form[action*='consent.google'], "
    "form[action*='consent.youtube'], "
    "form[action*='guce.'], form.consent-form, form[action*='collectConsent'], "
    "form[action*='/privacywall'], form[action*='/cookiewall']"
)
FRAMES = "iframe[id^=sp_message_iframe], iframe[src*='privacy-mgmt.com']"
MANAGERS = (
    "[id^=sp_message_container], iframe[id^=sp_message_iframe], iframe[src*='privacy-mgmt.com'], "
    "iframe[src*='sourcepoint'], #onetrust-consent-sdk, #onetrust-banner-sdk, #didomi-host, "
    "#didomi-popup, #usercentrics-root, #uc-center-container, #CybotCookiebotDialog, "
    "#qc-cmp2-container, "
    ".qc-cmp2-container, #truste-consent-track, .fc-consent-root, #cmpbox, #cmpwrapper, "
    "[class*=cookiewall], [class*=cookie-wall], [id*=cookiewall], [class*=consent-wall], "
    "[class*=privacywall], [id*=privacywall], [class*=purabo], [class*=pur-abo], "
    "[id*=cookie-consent]"
)

HEADS = any_of(
    r"before you continue(?: to .{1,40})?|bevor sie (?:fortfahren|zu .{1,40} weitergehen)",
    r"avant (?:de continuer|d'accéder à .{1,40})|antes de (?:continuar|ir a .{1,40})",
    r"(?:we|.{1,30} and (?:its|our) \d* ?partners) (?:value|care about|respect) your privacy",
    r"your (?:privacy|cookie|data) (?:choices?|settings|is important to us|matters)"
    r"|(?:manage )?(?:cookie|privacy) "
    r"(?:consent|settings|preferences|notice)|we use cookies.{0,40}|accept cookies to continue",
    r".{1,30} is part of the .{1,30} family of brands|yahoo is part of .{0,40}",
    r"(?:ihre privatsphäre|der schutz ihrer daten|datenschutz).{0,40}(?:wichtig|einstellungen)"
    r"|privatsphäre-?einstellungen",
    r"(?:weiter )?mit werbung (?:weiter)?lesen|.{0,30}(?:mit|ohne) werbung (?:lesen|nutzen)"
    r"|.{0,40}\bpur[- ]abo.{0,30}",
    r"(?:einwilligung|zustimmung)(?: erforderlich| zur datenverarbeitung)?|cookies zustimmen",
    r"(?:le )?respect de votre vie privée.{0,40}|votre vie privée.{0,40}|(?:gestion des"
    r"|paramètres des) cookies",
    r"(?:continuer sans accepter|accepter les cookies ou s'abonner)|cookies et vie privée",
    r"(?:tu|su|valoramos (?:tu|su)) privacidad.{0,40}|aceptar cookies o suscribirse"
    r"|(?:configuración|política|gestión) de cookies",
    r"(?:我们|本网站)?(?:重视您的隐私|使用\s?cookie).{0,20}|(?:cookie|隐私)\s?(?:设置|偏好|同意"
    r"|声明)",
)
"""Titles and headings of a wall that say this and nothing else."""

SPEAKS = any_of(
    r"\b(?:we|our|and our) (?:\S+ ){0,4}(?:partners|vendors|third part)"
    r"|we use (?:\S+ ){0,4}cookies",
    r"store and/or access information|your (?:consent|choices|personal data|privacy)"
    r"|personali[sz]ed (?:ads|advertising|content)",
    r"\b(?:accept|reject|manage|allow) (?:all|cookies|options|settings)"
    r"|click(?:ing)? [\"“']?(?:accept|agree|i agree)",
    r"legitimate interest|ip address(?:es)?|cookie|tracking|advertising|withdraw",
    r"(?:wir|unsere) (?:\S+ ){0,5}(?:partner|cookies|drittanbieter|dienstleister)"
    r"|ihre (?:einwilligung|zustimmung|daten)",
    r"personalisierte|werbetracking|(?:mit|ohne) werbung|pur-?abo|akzeptieren|widerruf"
    r"|einwilligung",
    r"(?:nous|nos) (?:\S+ ){0,5}(?:partenaires|cookies)|votre (?:consentement|choix)|traceurs"
    r"|publicité",
    r"(?:nosotros|nuestros) (?:\S+ ){0,4}socios|(?:su|tu) consentimiento|publicidad"
    r"|datos personales|rechazar",
    r"合作伙伴|您的(?:同意|隐私|选择|个人)|个性化(?:广告|内容)|接受(?:全部|所有)|隐私(?:政策|设置)",
)
AGREE = any_of(
    r"(?:yes,? )?(?:i )?(?:agree|accept|consent|got it|ok)(?:[ ,&](?:.{0,30}))?|(?:accept|allow"
    r"|reject|decline) (?:all|cookies).{0,20}",
    r"(?:alle(?:n)? |cookies )?(?:akzeptieren|zustimmen|annehmen|ablehnen"
    r"|einverstanden)(?: und .{0,20})?|(?:ich )?stimme zu",
    r"(?:tout )?(?:accepter|refuser)(?: .{0,30})?|j'accepte|continuer sans accepter",
    r"(?:aceptar|rechazar)(?: (?:todo|todas|y|las) ?.{0,30})?|acepto|(?:全部)?(?:接受|同意"
    r"|拒绝)(?:全部|所有|并继续)?.{0,8}",
)


def _led_to_consent(page: Page) -> str:
    host = host_of(page.final_uri)
    if not host or host == host_of(page.uri) or page.words > STUB or not HOSTS.search(host):
        return ""
    return f"it leads to {host}, which asks for consent"


def _wall(page: Page) -> str:
    """Nothing but a request for consent; a banner over an article leaves the article."""
    if page.words > STUB or (page.claims_article and page.words > LITTLE):
        return ""
    texts = [one_line(block.text) for block in page.document.blocks]
    about = sum(words_n(text) for text in texts if SPEAKS.search(text) or AGREE.fullmatch(text))
    if page.words and about < CONSENT_SHARE * page.words:
        return ""
    if page.has(FORMS):
        return f"it is a form that asks for consent, with {counted(page)}"
    if page.has(FRAMES) and page.seen <= LITTLE:
        return f"it holds a frame that asks for consent, and {counted(page)}"
    said = page.headed(HEADS)
    if not (said or page.has(MANAGERS)):
        return ""
    asks = page.has(MANAGERS) or any(AGREE.fullmatch(one.strip(" .!")) for one in page.lines)
    if not asks or (not page.words and not said and not any(map(SPEAKS.search, page.lines))):
        return ""
    words = f", {quoted(said)}" if said else ""
    return f"it asks for consent to cookies{words}, and has no other text"


CONSENT_REDIRECT = Rule("consent-redirect", "blocked", _led_to_consent)
CONSENT_WALL = Rule("consent-wall", "blocked", _wall)
