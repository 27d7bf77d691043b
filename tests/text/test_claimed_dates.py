import pytest

from archiver.text.pages.claimed_dates import announced, is_relative, moment


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("2024-05-01T10:00:00+02:00", "2024-05-01T10:00:00+02:00"),
        ("2024-05-01T10:00:00+0200", "2024-05-01T10:00:00+02:00"),
        ("2024-05-01 10:00:00 +0200", "2024-05-01T10:00:00+02:00"),
        ("2024-05-01T10:00:00.125Z", "2024-05-01T10:00:00.125Z"),
        ("2024-05-01T10:00", "2024-05-01T10:00"),
        ("2024-05-01", "2024-05-01"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("20240501T100000Z", "2024-05-01T10:00:00Z"),
        ("2024/5/1 10:00", "2024-05-01T10:00"),
        ("Mon, 18 Nov 2019 16:07:38 -0600", "2019-11-18T16:07:38-06:00"),
        ("Mon, 18 Nov 2019", "2019-11-18"),
        ("Tue Nov 19 2019 05:44:06 GMT+0000", "2019-11-19T05:44:06+00:00"),
        ("14 May 2024, 10:32 BST", "2024-05-14T10:32"),
        ("14 May 2024 10.32 GMT", "2024-05-14T10:32Z"),
        ("May 14, 2024 at 10:32 a.m. ET", "2024-05-14T10:32"),
        ("at 5:36 PM CST on Nov 18, 2019", "2019-11-18T17:36"),
        ("12:05 am, May 1, 2024", "2024-05-01T00:05"),
        ("May 14, 2024, 10:32 PM UTC+8", "2024-05-14T22:32+08:00"),
        ("Nov. 18, 2019, 4 p.m.", "2019-11-18T16"),
        ("14. Mai 2024, 10.32 Uhr", "2024-05-14T10:32"),
        ("14.05.2024", "2024-05-14"),
        ("1er août 2024 à 10h32", "2024-08-01T10:32"),
        ("14 de mayo de 2024", "2024-05-14"),
        ("14 ago 2024", "2024-08-14"),
        ("2024年5月14日 10:32", "2024-05-14T10:32"),
        ("2024年5月14日 下午3:05", "2024-05-14T15:05"),
        ("14 мая 2024, 10:32", "2024-05-14T10:32"),
        ("May 2024", "2024-05"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
    ],
)
def test_a_date_is_as_precise_as_the_page_gives_it(text: str, whole: str) -> None:
    assert moment(text) == whole


@pytest.mark.parametrize(
    "text",
    [
        "3 May",
        "Nov 19, 6:55 AM",
        "5 May 24",
        "03/04/2024",
        "03-04-2024",
        "5 minutes ago",
        "刚刚",
        "2024-02-30",
        "2024-05-01T25:00",
        "31 June 2024",
        "0000-00-00",
        "-0001-11-30T00:00:00+00:00",
        "1573689600",
        "PT15M",
        "14 May 2024 and 15 May 2024",
        "",
        "14 May 2024" + " and so on" * 50,
    ],
)
def test_what_names_no_one_whole_date_has_no_moment(text: str) -> None:
    assert moment(text) == ""


def test_a_zone_of_unknown_place_stays_missing() -> None:
    assert moment("2024-05-01T10:00:00-00:00") == "2024-05-01T10:00:00"
    assert moment("14 May 2024 10:32 +99:99") == "2024-05-14T10:32"


def test_of_two_times_neither_is_the_time() -> None:
    assert moment("14 May 2024, open 10:00 to 18:00") == "2024-05-14"


@pytest.mark.parametrize(
    ("line", "dates"),
    [
        ("Published 3 May 2024", [("claimed_published", "3 May 2024")]),
        (
            "First published on Mon 3 May 2021 20.19 BST, last modified on Tue 4 May 2021",
            [
                ("claimed_published", "Mon 3 May 2021 20.19 BST"),
                ("claimed_modified", "Tue 4 May 2021"),
            ],
        ),
        (
            "Veröffentlicht am 3. Mai 2024, zuletzt aktualisiert am 4. Mai 2024",
            [("claimed_published", "3. Mai 2024"), ("claimed_modified", "4. Mai 2024")],
        ),
        ("Stand: 14.05.2024, 10:32 Uhr", [("claimed_modified", "14.05.2024, 10:32 Uhr")]),
        (
            "Publié le 3 mai 2024 à 10h32, mis à jour le 4 mai 2024",
            [("claimed_published", "3 mai 2024 à 10h32"), ("claimed_modified", "4 mai 2024")],
        ),
        ("Actualizado el 4 de mayo de 2024", [("claimed_modified", "4 de mayo de 2024")]),
        (
            "发布时间：2024-05-14 10:32 最后更新：2024年5月15日",
            [("claimed_published", "2024-05-14 10:32"), ("claimed_modified", "2024年5月15日")],
        ),
        ("By Ann Lee | Updated Aug.1", [("claimed_modified", "Aug.1")]),
        ("Updated 5 minutes ago", [("claimed_modified", "5 minutes ago")]),
        ("Updated rules start for drivers", []),
        ("The posted speed was 30", []),
        ("Updated " + "a long line " * 30 + "2024", []),
    ],
)
def test_a_line_announces_its_dates(line: str, dates: list[tuple[str, str]]) -> None:
    assert list(announced(line)) == dates


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("5 minutes ago", True),
        ("vor 3 Stunden", True),
        ("il y a 2 heures", True),
        ("hace 5 minutos", True),
        ("3小时前", True),
        ("yesterday at 10:32", True),
        ("14 May 2024", False),
        ("14 de ago de 2024", False),
        ("14 ago 2024", False),
        ("2024年5月14日", False),
    ],
)
def test_a_date_that_counts_from_now_is_relative(text: str, relative: bool) -> None:
    assert is_relative(text) is relative
