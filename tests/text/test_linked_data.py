import time

import pytest
from resiliparse.parse.html import HTMLTree

from archiver.text.pages.linked_data import (
    Node,
    article_body,
    article_node,
    breadcrumb,
    is_accessible_for_free,
    linked_data,
    names,
    text_of,
    types,
)

URI = "https://paper.example/2024/flood"


def nodes(*scripts: str) -> list[Node]:
    wrapped = (f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return linked_data(HTMLTree.parse(f"<html><head>{''.join(wrapped)}</head><p>Text</html>"))


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "Flood"}',
        '[{"@type": "NewsArticle", "headline": "Flood"}]',
        '{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Flood"}]}',
        '{"@type": "https://schema.org/NewsArticle", "headline": "Flood"}',
        '{"@type": "schema:NewsArticle", "headline": "Flood"}',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Flood"}}',
        '<!-- {"@type": "NewsArticle", "headline": "Flood"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Flood"}\n//]]>',
        '/* <![CDATA[ */ {"@type": "NewsArticle", "headline": "Flood"} /* ]]> */',
        '{"@type": "NewsArticle", "headline": "Flood",}',
        '{"@type": "NewsArticle", "tags": ["a", "b", ], "headline": "Flood"};',
        '{"@type": "NewsArticle", "description": "two\nlines\x07", "headline": "Flood"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Flood&quot;}",
        '{"@type": "WebSite"} {"@type": "NewsArticle", "headline": "Flood"}',
        '{"@type": "NewsArticle", "headline": {"@value": "Flood", "@language": "en"}}',
    ],
)
def test_linked_data_is_read_as_real_pages_write_it(script: str) -> None:
    article = article_node(nodes(script), "")

    assert text_of(article.get("headline")) == "Flood"


def test_a_broken_block_leaves_the_others_readable() -> None:
    found = nodes('{"@type": "NewsArticle", "headline": "Fl', '{"@type": "Report", "name": "R"}')

    assert [types(node) for node in found] == [["Report"]]


def test_the_article_at_the_pages_own_address_is_the_page() -> None:
    found = nodes(
        '[{"@type": "NewsArticle", "url": "https://paper.example/other", "headline": "Other"},'
        ' {"@type": "NewsArticle", "mainEntityOfPage": {"@id": "http://www.paper.example/2024/flood/"},'
        '  "headline": "Flood"}]'
    )

    assert article_node(found, URI)["headline"] == "Flood"


def test_articles_a_page_mentions_are_not_its_own() -> None:
    found = nodes(
        '{"@type": "WebPage", "mentions": [{"@type": "NewsArticle", "headline": "Other"}],'
        ' "hasPart": {"@type": "NewsArticle", "headline": "Other"}}'
    )

    assert article_node(found, URI) == {}


def test_an_article_without_an_address_goes_before_one_at_another() -> None:
    found = nodes(
        '[{"@type": "NewsArticle", "url": "https://paper.example/other", "headline": "Other"},'
        ' {"@type": "NewsArticle", "headline": "Flood"}]'
    )

    assert article_node(found, URI)["headline"] == "Flood"


def test_two_nodes_of_one_article_fill_each_other_in() -> None:
    found = nodes(
        '{"@type": "NewsArticle", "url": "http://paper.example/2024/flood", "headline": "Old",'
        ' "datePublished": "2024-05-01"}',
        f'{{"@type": "NewsArticle", "url": "{URI}", "headline": "Flood"}}',
    )

    article = article_node(found, URI)

    assert (article["headline"], article["datePublished"]) == ("Flood", "2024-05-01")


@pytest.mark.parametrize(
    ("author", "named"),
    [
        ('"Ann Lee"', ["Ann Lee"]),
        ('["Ann Lee", "Bo Chen", "Ann Lee"]', ["Ann Lee", "Bo Chen"]),
        ('{"@type": "Person", "name": "Ann Lee"}', ["Ann Lee"]),
        ('{"@type": "Person", "name": ["Ann Lee", "Bo Chen"]}', ["Ann Lee", "Bo Chen"]),
        ('[[{"name": "Ann Lee"}], {"@type": "Organization", "name": "Desk"}]', ["Ann Lee", "Desk"]),
        ('{"@id": "#ann"}', ["Ann of the graph"]),
        ('{"name": "L&#39;Équipe &amp; co"}', ["L'Équipe & co"]),
        ("null", []),
        ("7", []),
        ('{"name": null}', []),
        ('{"@id": "#nobody"}', []),
    ],
)
def test_authors_are_named_in_many_ways(author: str, named: list[str]) -> None:
    found = nodes(
        f'{{"@graph": [{{"@type": "Article", "author": {author}}},'
        ' {"@type": "Person", "@id": "#ann", "name": "Ann of the graph"}]}'
    )

    assert names(article_node(found, "").get("author"), found) == named


@pytest.mark.parametrize("value", ["null", "3", "[[]]", "{}", "true", '{"@value": 3}'])
def test_a_value_of_a_wrong_type_is_no_text(value: str) -> None:
    found = nodes(f'{{"@type": "Article", "headline": {value}, "articleBody": {value}}}')

    assert text_of(article_node(found, "").get("headline")) == ""
    assert article_body(found) == ""


@pytest.mark.parametrize(
    ("given", "free"),
    [
        ("true", True),
        ("false", False),
        ('"False"', False),
        ('"http://schema.org/True"', True),
        ('"perhaps"', None),
        ("null", None),
        ("0", None),
    ],
)
def test_a_page_says_whether_it_is_free(given: str, free: bool | None) -> None:
    found = nodes(f'{{"@type": "NewsArticle", "isAccessibleForFree": {given}}}')

    assert is_accessible_for_free(found) is free


def test_the_way_to_the_page_names_its_sections() -> None:
    found = nodes(
        '{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"},'
        ' {"item": {"name": "World"}}, {"item": "x"}, 3]}'
    )

    assert breadcrumb(found) == ["Home", "World"]


@pytest.mark.parametrize(
    "script",
    [
        "[" * 200_000,
        '{"@graph":' * 50_000,
        '{"a":' * 200 + "1" + "}" * 200,
        "9" * 10_000,
        '{"@type": "Article", "headline": "' + "x" * 3_000_000 + '"}',
        "[" + '{"@type": "Article"},' * 60_000 + "{}]",
        "{" * 300_000,
        "",
        "undefined",
    ],
)
def test_hostile_linked_data_is_passed_over_in_time(script: str) -> None:
    started = time.process_time()

    found = nodes(script)

    assert article_body(found) == ""
    assert time.process_time() - started < 2
