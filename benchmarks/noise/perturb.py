"""Changes of a page's DOM: noise around the article, and edits of it. Each draws from a seed."""

import json
import random
import re
from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from benchmarks.noise.wordings import CORRECTIONS, GERMAN_CORRECTIONS, is_german, wordings

Element = Any
Change = Callable[["Draft"], bool]

SHORT = 12
"""Letters of a heading that a title begins with, and that is more than a name."""
LONG = 60
"""Letters of a paragraph that is surely of the article."""


class Draft:
    """A page to change: its tree, the paragraphs of its article, and chance from a seed."""

    def __init__(self, page: str, known: Callable[[str], bool], seed: int) -> None:
        self.tree: Element = lxml_html.fromstring(page)
        self.chance = random.Random(seed)  # noqa: S311 - drawn anew by anyone
        self.words = wordings(page)
        self.corrections = GERMAN_CORRECTIONS if is_german(page) else CORRECTIONS
        sure = [one for one in self.tree.iter("p") if known(" ".join(one.text_content().split()))]
        homes = {one.getparent() for one in sure}
        self.paragraphs: list[Element] = [
            one
            for one in self.tree.iter("p")
            if one.getparent() in homes
            and len(one.text_content().strip()) > LONG
            and not any(True for _ in one.iterancestors("blockquote", "figure", "aside", "footer"))
        ]
        """Long paragraphs of the article: those known, and what stands beside them."""

    def say(self, kind: str) -> str:
        return self.chance.choice(self.words[kind]).format(n=self.chance.randrange(2, 59))

    def page(self) -> str:
        return str(etree.tostring(self.tree, encoding="unicode", method="html"))

    def middle(self) -> Element | None:
        """Give a paragraph that has others before and behind it."""
        return self.chance.choice(self.paragraphs[1:-1]) if len(self.paragraphs) > 2 else None

    def obscure(self) -> str:
        """Give a class name as style compilers make it."""
        return "".join(self.chance.choices("abcdefghijklmnopqrstuvwxyz", k=3)) + str(
            self.chance.randrange(100, 999)
        )


def build(tag: str, text: str = "", **attributes: str) -> Element:
    element = etree.Element(tag, {name.strip("_"): value for name, value in attributes.items()})
    element.text = text
    return element


def _links(draft: Draft, tag: str = "ul", **attributes: str) -> Element:
    listed = build(tag, **attributes)
    for text in draft.chance.sample(list(draft.words["link"]), 4):
        item = build("li")
        item.append(build("a", text, href=f"/story/{draft.chance.randrange(10_000)}"))
        listed.append(item)
    return listed


def _beside(place: Element | None, added: Element) -> bool:
    if place is None:
        return False
    place.addnext(added)
    if added.tail is None and place.tail:
        place.tail, added.tail = None, place.tail
    return True


def _box(draft: Draft, name: str) -> Element:
    box = build("div", class_=name)
    box.append(build("h3", draft.say("heading")))
    box.append(_links(draft))
    return box


def _last(draft: Draft) -> Element:
    body = draft.tree.find(".//body")
    return draft.tree if body is None else body


def related_named(draft: Draft) -> bool:
    return _beside(draft.middle(), _box(draft, "related-articles"))


def related_obscure(draft: Draft) -> bool:
    return _beside(draft.middle(), _box(draft, draft.obscure()))


def most_read(draft: Draft) -> bool:
    _last(draft).append(
        _box(draft, draft.chance.choice(("most-read", "trending", draft.obscure())))
    )
    return True


def cookie_banner(draft: Draft) -> bool:
    banner = build("div", class_=draft.chance.choice(("cookie-banner", "cmp", draft.obscure())))
    banner.append(build("p", draft.say("cookies")))
    banner.append(build("button", "OK"))
    _last(draft).insert(0, banner)
    return True


def advert_named(draft: Draft) -> bool:
    slot = build("div", class_=draft.chance.choice(("ad-slot", "advert", "advertisement")))
    slot.append(build("span", draft.say("advert")))
    return _beside(draft.middle(), slot)


def advert_obscure(draft: Draft) -> bool:
    slot = build("div", class_=draft.obscure())
    slot.append(build(draft.chance.choice(("span", "p", "div")), draft.say("advert")))
    return _beside(draft.middle(), slot)


def newsletter(draft: Draft) -> bool:
    box = build(
        "div", class_=draft.chance.choice(("newsletter-signup", "inline-promo", draft.obscure()))
    )
    box.append(build("p", draft.say("newsletter")))
    form = build("form", action="/subscribe")
    form.append(build("input", type="email"))
    form.append(build("button", "OK"))
    box.append(form)
    return _beside(draft.middle(), box)


def share_bar(draft: Draft) -> bool:
    if not draft.paragraphs:
        return False
    bar = build("div", class_=draft.chance.choice(("share-bar", "social", draft.obscure())))
    for word in draft.say("share").split():
        bar.append(build("a", word, href="#"))
    draft.paragraphs[0].addprevious(bar)
    return True


def age(draft: Draft) -> bool:
    if not draft.paragraphs:
        return False
    line = build(draft.chance.choice(("span", "p", "div", "time")), draft.say("age"))
    line.set("class", draft.chance.choice(("timestamp", "updated", draft.obscure())))
    draft.paragraphs[0].addprevious(line)
    return True


def appeal(draft: Draft) -> bool:
    box = build("div", class_=draft.chance.choice(("donate", "support-us", draft.obscure())))
    box.append(build("p", draft.say("appeal")))
    _last(draft).append(box)
    return True


def other_links(draft: Draft) -> bool:
    """Replace the words of links that stand outside of the article's element."""
    homes = {one.getparent() for one in draft.paragraphs}
    own = {link for home in homes if home is not None for link in home.iter("a")}
    links = [
        one
        for one in draft.tree.iter("a")
        if one not in own and len(one) == 0 and len((one.text or "").split()) >= 4
    ]
    for link in links[-10:]:
        link.text = draft.say("link")
    return bool(links)


def attributes(draft: Draft) -> bool:
    """Change nonces, numbers of builds, data for scripts: nothing that anyone reads."""
    for place, element in enumerate(draft.tree.iter("script", "link", "div", "img")):
        if place % 3 == 0:
            element.set("data-build", str(draft.chance.randrange(10**9)))
        if element.tag == "script":
            element.set("nonce", draft.obscure())
        if element.tag == "link" and "stylesheet" not in (element.get("rel") or ""):
            continue
        for name in ("src", "href"):
            if element.get(name):
                element.set(name, f"{element.get(name)}?v={draft.chance.randrange(10**6)}")
    return True


def wrapped(draft: Draft) -> bool:
    """Put the element around the article into one more."""
    if not draft.paragraphs:
        return False
    inner = draft.paragraphs[0].getparent()
    outer = inner.getparent() if inner is not None else None
    if outer is None or inner.tag in {"body", "html"}:
        return False
    around = build("div", class_=draft.obscure())
    around.tail, inner.tail = inner.tail, None
    outer.replace(inner, around)
    around.append(inner)
    return True


def _shown(draft: Draft, element: Element) -> Sequence[tuple[Element, str]]:
    """Give where the texts of an element stand, that have words of some length."""
    places = [(element, "text")] + [(child, "tail") for child in element]
    return [
        (node, name)
        for node, name in places
        if re.search(r"\b[^\W\d_]{5,}\b", getattr(node, name) or "")
    ]


def _long(draft: Draft) -> list[Element]:
    return [
        one for one in draft.paragraphs if len(one.text_content()) > LONG and _shown(draft, one)
    ]


def word(draft: Draft) -> bool:
    found = _long(draft)
    if not found:
        return False
    node, name = draft.chance.choice(_shown(draft, draft.chance.choice(found)))
    words = list(re.finditer(r"\b[^\W\d_]{5,}\b", getattr(node, name)))
    at = draft.chance.choice(words)
    text = getattr(node, name)
    setattr(node, name, f"{text[: at.start()]}quernstone{text[at.end() :]}")
    return True


def number(draft: Draft) -> bool:
    places = [
        (node, name, found)
        for one in draft.paragraphs
        for node, name in [(one, "text")] + [(child, "tail") for child in one]
        if (found := re.search(r"\d+", getattr(node, name) or ""))
    ]
    if not places:
        return False
    node, name, found = draft.chance.choice(places)
    text = getattr(node, name)
    other = str(int(found[0][:15]) + draft.chance.randrange(1, 90))
    setattr(node, name, f"{text[: found.start()]}{other}{text[found.end() :]}")
    return True


def correction(draft: Draft) -> bool:
    note = build("p", draft.chance.choice(draft.corrections))
    return bool(draft.paragraphs) and _beside(draft.paragraphs[-1], note)


def short_paragraph(draft: Draft) -> bool:
    return _beside(draft.middle(), build("p", "He denied it."))


def sub_head(draft: Draft) -> bool:
    return _beside(draft.middle(), build("h2", "A quarrel about the quarry"))


def list_items(draft: Draft) -> bool:
    listed = build("ul")
    for text in ("The northern pier, closed in May", "The ferry, which carries forty cars"):
        listed.append(build("li", text))
    return _beside(draft.middle(), listed)


def quote(draft: Draft) -> bool:
    quoted = build("blockquote")
    quoted.append(build("p", "We were never asked, and we would have said no, the miller told us."))
    return _beside(draft.middle(), quoted)


def table_row(draft: Draft) -> bool:
    table = build("table")
    for cells in (("Harbour", "Boats", "Crews"), ("Wrenmouth", "12", "31"), ("Ennet", "7", "18")):
        row = build("tr")
        for cell in cells:
            row.append(build("td", cell))
        table.append(row)
    return _beside(draft.middle(), table)


def caption(draft: Draft) -> bool:
    figure = build("figure")
    figure.append(build("img", src="/quay.jpg", alt=""))
    figure.append(build("figcaption", "The quay at low water on Sunday morning. Photo: Ida Brandt"))
    return _beside(draft.middle(), figure)


def headline(draft: Draft) -> bool:
    """Give the page another headline wherever it has it: `h1`, `meta`, `title`, JSON-LD."""
    new = "Council sells the old lighthouse after all"
    metas = draft.tree.xpath('//meta[@property="og:title" or @name="twitter:title"]')
    titles = list(draft.tree.iter("title"))
    told = [*(one.get("content") or "" for one in metas), *(one.text or "" for one in titles)]
    told = [" ".join(text.split()) for text in told]
    shown = [
        one
        for one in draft.tree.iter("h1", "h2")
        if len(words := " ".join(one.text_content().split())) > SHORT
        and any(text.startswith(words) for text in told)
    ]
    if not shown:
        return False
    for one in shown:
        for child in list(one):
            one.remove(child)
        one.text = new
    for one in metas:
        one.set("content", new)
    for one in titles:
        one.text = new
    for script in draft.tree.xpath('//script[contains(@type, "ld+json")]'):
        if script.text and '"headline"' in script.text:
            script.text = re.sub(
                r'("headline"\s*:\s*)"(?:[^"\\]|\\.)*"',
                lambda at: at[1] + json.dumps(new),
                script.text,
            )
    return True


def sentence_gone(draft: Draft) -> bool:
    for one in draft.chance.sample(_long(draft), len(_long(draft))):
        for node, name in _shown(draft, one):
            parts = re.split(r"(?<=[.!?])\s+", getattr(node, name))
            whole = [at for at, part in enumerate(parts) if len(part) > SHORT]
            if len(parts) > 1 and whole:
                del parts[draft.chance.choice(whole)]
                setattr(node, name, " ".join(parts))
                return True
    return False


def paragraph_gone(draft: Draft) -> bool:
    one = draft.middle()
    if one is None:
        return False
    one.drop_tree()
    return True


NOISE: dict[str, Change] = {
    "related box, named": related_named,
    "related box, obscure": related_obscure,
    "most read at the end": most_read,
    "cookie banner": cookie_banner,
    "ad slot, named": advert_named,
    "ad slot, obscure": advert_obscure,
    "newsletter box": newsletter,
    "share bar": share_bar,
    "updated minutes ago": age,
    "donation appeal": appeal,
    "links elsewhere": other_links,
    "attributes and nonces": attributes,
    "one more div around": wrapped,
}
EDITS: dict[str, Change] = {
    "one word": word,
    "a number": number,
    "a correction note": correction,
    "a 3-word paragraph": short_paragraph,
    "a sub-head": sub_head,
    "a list": list_items,
    "a quote": quote,
    "a table": table_row,
    "a caption": caption,
    "the headline": headline,
    "a sentence gone": sentence_gone,
    "a paragraph gone": paragraph_gone,
}


def changed(
    page: str, known: Callable[[str], bool], change: Change, seed: int
) -> tuple[str, str] | None:
    """Give the page before and after, both written the same way; None where it has no place."""
    before, after = Draft(page, known, seed), Draft(page, known, seed)
    if not change(after):
        return None
    return before.page(), after.page()
