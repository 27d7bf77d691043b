import time

import pytest
from resiliparse.parse.html import HTMLTree

from archiver.model import Claim, ClaimName
from archiver.text.pages.claims import MOST_CHARACTERS, best, canonical_uri, claims, language
from archiver.text.pages.linked_data import linked_data

URI = "https://paper.example/2024/flood"

PAGE = """<!doctype html><html lang="en-GB"><head>
<title>Flood hits Kent: what we know | The Paper</title>
<link rel="canonical" href="/2024/flood?#top">
<meta property="og:title" content="Flood hits Kent">
<meta name="twitter:title" content="You will not believe this flood">
<meta property="og:description" content="Water stands in the cellars …">
<meta name="description" content="Water stands in the cellars of a hundred houses.">
<meta name="author" content="A. Lee">
<meta property="article:author" content="https://social.example/annlee">
<meta property="article:section" content="UK news">
<meta property="article:published_time" content="2024-05-01T10:00:00+01:00">
<meta property="og:updated_time" content="2024-05-02">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Flood in Kent",
"author": [{"name": "Ann Lee"}, {"name": "Bo Chen"}], "articleSection": ["UK", "Weather"],
"datePublished": "2024-05-01T09:00:00Z", "dateModified": "2024-05-03"}</script></head>
<body><header><h1 class="logo"><a href="/">The Paper</a></h1></header>
<nav aria-label="Breadcrumb"><a href="/">Home</a> <a href="/uk">UK news</a></nav>
<article><header><h1>Flood hits Kent</h1><p class="standfirst">A hundred houses are under water
and more rain is on its way.</p>
<div class="byline">By <a rel="author" href="/ann">Ann Lee</a> and <a rel="author" href="/bo">Bo
Chen</a> @annlee</div>
<p>Published <time datetime="2024-05-01T10:00+01:00">1 May 2024</time>.
<span>Last updated: 3 May 2024, 10:32 BST</span></p></header>
<p>The river rose by four metres in the night.</p></article>
<aside class="related"><h1>Ten more floods</h1><time datetime="2020-01-01">2020</time>
<span class="byline">By Someone Else</span></aside></body></html>"""


def claimed(page: str, canonical: str = "") -> tuple[Claim, ...]:
    tree = HTMLTree.parse(page)
    return claims(tree, linked_data(tree), canonical)


def of(name: ClaimName, page: str) -> list[tuple[str, str]]:
    return [(one.source, one.text) for one in claimed(page) if one.name == name]


def head(inner: str, body: str = "<p>Text of the article.</p>") -> str:
    return f"<html><head>{inner}</head><body>{body}</body></html>"


def test_all_headlines_are_kept_with_their_places() -> None:
    assert of("headline", PAGE) == [
        ("json-ld", "Flood in Kent"),
        ("og:title", "Flood hits Kent"),
        ("twitter:title", "You will not believe this flood"),
        ("h1", "Flood hits Kent"),
        ("title", "Flood hits Kent: what we know | The Paper"),
    ]


def test_all_other_texts_are_kept_with_their_places() -> None:
    assert of("standfirst", PAGE) == [
        ("og:description", "Water stands in the cellars …"),
        ("meta description", "Water stands in the cellars of a hundred houses."),
        ("visible", "A hundred houses are under water and more rain is on its way."),
    ]
    assert of("byline", PAGE) == [
        ("json-ld", "Ann Lee, Bo Chen"),
        ("meta author", "A. Lee"),
        ("rel=author", "Ann Lee, Bo Chen"),
    ]
    assert of("section", PAGE) == [
        ("json-ld", "UK"),
        ("meta article:section", "UK news"),
        ("breadcrumb", "UK news"),
    ]


def test_all_dates_are_kept_with_their_places_verbatim_and_parsed() -> None:
    dates = [one[1:] for one in claimed(PAGE) if one.name.startswith("claimed_")]

    assert dates == [
        ("json-ld", "2024-05-01T09:00:00Z", "2024-05-01T09:00:00Z"),
        ("meta article:published_time", "2024-05-01T10:00:00+01:00", "2024-05-01T10:00:00+01:00"),
        ("time", "2024-05-01T10:00+01:00", "2024-05-01T10:00+01:00"),
        ("visible", "1 May 2024.", "2024-05-01"),
        ("json-ld", "2024-05-03", "2024-05-03"),
        ("og:updated_time", "2024-05-02", "2024-05-02"),
        ("visible", "3 May 2024, 10:32 BST", "2024-05-03T10:32"),
    ]


def test_the_best_of_each_is_chosen() -> None:
    found = claimed(PAGE)

    assert best(found, "headline") == "Flood hits Kent"
    assert best(found, "standfirst") == "Water stands in the cellars of a hundred houses."
    assert best(found, "byline") == "Ann Lee, Bo Chen"
    assert best(found, "claimed_published") == "2024-05-01T09:00:00Z"
    assert best(found, "claimed_modified") == "2024-05-03"


def test_a_page_that_claims_nothing_has_no_claims() -> None:
    assert claimed("<p>Only a paragraph, and nothing about it.") == ()
    assert best((), "headline") == best((), "byline") == best((), "claimed_modified") == ""


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        (
            head("<title>Flood | The Paper</title>", "<h1 id='logo'>The Paper</h1><h2>Flood</h2>"),
            "Flood",
        ),
        (
            head("<title>Flood | The Paper</title>", "<h1><a href='/'>The Paper</a></h1><p>Text"),
            "Flood",
        ),
        (head("<title>The Paper » Archive » Flood</title>", "<h2>Flood</h2>"), "Flood"),
        (
            head(
                "<meta property='og:title' content='Flood hits Kent - The Paper'>"
                "<title>Flood hits Kent - The Paper</title>"
            ),
            "Flood hits Kent",
        ),
        (
            head("<meta property='og:title' content='Kent under water'>", "<h1>Most read</h1>"),
            "Kent under water",
        ),
        (
            head("<meta property='og:title' content='Kent flood: latest'>", "<h1>Kent floods</h1>"),
            "Kent floods",
        ),
        (head("<title>洪水来袭 - 日报</title>", "<h1>洪水来袭</h1>"), "洪水来袭"),
        (
            head("", "<h1>Flood hits Kent</h1><h1>Related: more floods</h1>"),
            "Flood hits Kent",
        ),
    ],
)
def test_the_headline_is_the_articles_not_the_sites(page: str, headline: str) -> None:
    assert best(claimed(page), "headline") == headline


def test_what_only_machines_read_does_not_change_the_headline() -> None:
    before, after = PAGE, PAGE.replace("Flood in Kent", "Kent flood: five dead | The Paper")

    assert best(claimed(before), "headline") == best(claimed(after), "headline")


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ("<p class='byline'>By Ann Lee @annlee Nov 18, 2019 at 9:24 pm ET • 2 min read", "Ann Lee"),
        ("<span class='byline'>Von Ann Lee | Updated 5 minutes ago</span>", "Ann Lee"),
        ("<div class='article-byline'>Ann Lee, 3 hours ago</div>", "Ann Lee"),
        ("<span itemprop='author'>Ann Lee</span>", "Ann Lee"),
        ("<p>By Ann Lee</p><p>The river rose.</p>", "Ann Lee"),
        ("<p>By the time he left it was dark.</p>", ""),
        ("<div class='comments'><span class='author'>Troll</span></div>", ""),
        ("<a rel='author' href='/x'>https://paper.example/ann</a>", ""),
    ],
)
def test_a_byline_is_who_wrote_and_nothing_beside(body: str, byline: str) -> None:
    assert best(claimed(head("", f"<h1>Flood</h1>{body}")), "byline") == byline


def test_a_profile_is_no_byline() -> None:
    page = head("<meta property='article:author' content='https://social.example/ann'>")

    assert of("byline", page) == []


def test_a_relative_date_is_claimed_but_never_chosen() -> None:
    page = head("", "<h1>Flood</h1><p class='updated'>Updated 5 minutes ago</p>")

    assert of("claimed_modified", page) == [("visible", "5 minutes ago")]
    assert best(claimed(page), "claimed_modified") == ""


def test_a_date_without_a_year_is_chosen_where_nothing_better_is() -> None:
    page = head("", "<h1>Flood</h1><p class='updated'>Updated 3 May</p>")

    assert [one.moment for one in claimed(page) if one.name == "claimed_modified"] == [""]
    assert best(claimed(page), "claimed_modified") == "3 May"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<time class='updated' datetime='2024-05-03'>3 May</time>", "claimed_modified"),
        ("<time class='entry-date published updated' datetime='2024-05-03'>", "claimed_published"),
        ("<time itemprop='dateModified' datetime='2024-05-03'>", "claimed_modified"),
        ("<p>Updated <time datetime='2024-05-03'>3 May</time></p>", "claimed_modified"),
        ("<time datetime='2024-05-03'>3 May</time>", "claimed_published"),
    ],
)
def test_a_time_is_of_what_it_or_the_words_before_it_say(line: str, name: str) -> None:
    dates = [one for one in claimed(head("", f"<h1>Flood</h1>{line}")) if one.source == "time"]

    assert [(one.name, one.moment) for one in dates] == [(name, "2024-05-03")]


def test_a_time_to_cook_is_no_date() -> None:
    assert claimed(head("", "<time datetime='PT15M'>15 min</time>")) == ()


def test_a_line_in_a_side_bar_is_no_standfirst() -> None:
    page = head(
        "",
        "<article><h1>Flood hits Kent</h1></article><div class='w'><div><div><div><div>"
        "<p class='subtitle'>The weather in five other towns today</p>" + "</div>" * 5,
    )

    assert of("standfirst", page) == []


@pytest.mark.parametrize(
    ("inner", "base", "canonical"),
    [
        ('<link rel="canonical" href="/a#b">', URI, "https://paper.example/a"),
        (
            '<link rel="Canonical" href="HTTPS://Paper.example:443/a">',
            "",
            "https://paper.example/a",
        ),
        (
            '<meta property="og:url" content="https://paper.example/og">',
            "",
            "https://paper.example/og",
        ),
        ('<link rel="canonical" href="javascript:x">', "", ""),
        ('<link rel="canonical" href="/a">', "", ""),
        ('<link rel="canonical" href="http://[x">', "", ""),
        ("", URI, ""),
    ],
)
def test_a_page_names_its_own_address(inner: str, base: str, canonical: str) -> None:
    assert canonical_uri(HTMLTree.parse(head(inner)), base) == canonical


@pytest.mark.parametrize(
    ("page", "given"),
    [
        ('<html lang="en-GB"><p>x', "en-GB"),
        ('<html><head><meta property="og:locale" content="de_DE"></head>', "de_DE"),
        ('<html><head><meta http-equiv="Content-Language" content="fr"></head>', "fr"),
        ('<html lang="lang="><head><meta property="og:locale" content="de_DE"></head>', "de_DE"),
        ("<p>x", ""),
    ],
)
def test_a_page_names_its_language(page: str, given: str) -> None:
    assert language(HTMLTree.parse(page)) == given


@pytest.mark.parametrize(
    "page",
    [
        "<div class='update'>" * 50 + "<p>word word word</p>" * 100_000,
        "<div>" + "<time datetime='2024-01-01'>x</time>" * 100_000,
        "<h1><div>" * 400 + "word " * 200_000,
        "<div class='related'>" * 900 + "<time>1 May 2024</time>" * 50_000,
        "<meta name='date' content='5'>" * 100_000,
    ],
)
def test_a_hostile_page_makes_its_claims_in_time(page: str) -> None:
    tree = HTMLTree.parse(page)
    started = time.process_time()

    found = claims(tree, linked_data(tree))

    assert all(len(one.text) <= MOST_CHARACTERS for one in found)
    assert time.process_time() - started < 5
