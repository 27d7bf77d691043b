"""When to look again: laws of the schedule, and what it costs and sees in a simulation."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.watch.listing_schedule import QUIET, next_listing_look
from archiver.watch.schedule import DAY, HOUR, MINUTE, Facts, looks_in, next_look
from benchmarks.schedule import DECAYS, POLICIES, articles, score

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)
AGES = st.integers(0, 900 * 86_400).map(lambda seconds: timedelta(seconds=seconds))
FAILURES = st.integers(0, 40)


def facts(age: timedelta) -> Facts:
    return Facts(began_at=NOON, looked_at=NOON + age, changed_at=None)


def pause(given: Facts) -> timedelta:
    assert given.looked_at
    return next_look(given) - given.looked_at


def test_what_was_never_looked_at_is_due() -> None:
    assert next_look(Facts(began_at=NOON, looked_at=None, changed_at=None)) == NOON


@given(AGES, FAILURES)
def test_the_next_look_is_later_and_never_beyond_ninety_days(
    age: timedelta, failures_n: int
) -> None:
    for gone_since in (None, NOON):
        found = pause(facts(age)._replace(failures_n=failures_n, gone_since=gone_since))
        assert 15 * MINUTE <= found <= 90 * DAY


@given(AGES, AGES)
def test_pauses_never_shrink_with_age(one: timedelta, other: timedelta) -> None:
    younger, older = sorted((one, other))

    assert pause(facts(younger)) <= pause(facts(older))


@given(AGES, AGES)
def test_a_change_never_makes_it_look_later(age: timedelta, since: timedelta) -> None:
    quiet = facts(age)
    changed = quiet._replace(changed_at=NOON + max(age - since, timedelta()))

    assert pause(changed) <= pause(quiet)


@given(AGES)
def test_after_a_change_it_looks_within_twenty_minutes(age: timedelta) -> None:
    assert pause(facts(age)._replace(changed_at=NOON + age)) <= 20 * MINUTE


@given(AGES, FAILURES)
def test_failures_never_make_it_look_sooner(age: timedelta, failures_n: int) -> None:
    one, more = (facts(age)._replace(failures_n=n) for n in (failures_n, failures_n + 1))

    assert pause(one) <= pause(more)


def test_a_page_that_is_gone_is_looked_at_again_soon_then_seldom() -> None:
    gone = [pause(facts(age)._replace(gone_since=NOON)) for age in (HOUR / 4, DAY, 100 * DAY)]

    assert gone == [15 * MINUTE, DAY, 30 * DAY]


def test_the_looks_of_a_quiet_article_are_counted() -> None:
    new = Facts(began_at=NOON, looked_at=None, changed_at=None)

    assert looks_in(new, NOON) == 0
    assert looks_in(new, NOON + DAY) <= 33
    assert looks_in(new, NOON + 365 * DAY) <= 100


@given(st.integers(0, 10**7), st.integers(0, 10**7), FAILURES)
def test_listings_are_looked_at_within_bounds(since: int, age: int, failures_n: int) -> None:
    looked_at = NOON + timedelta(seconds=age)
    for kind in ("feed", "sitemap", "home"):
        found = next_listing_look(
            kind,
            looked_at=looked_at,
            changed_at=looked_at - timedelta(seconds=since),
            failures_n=failures_n,
        )
        most = max(QUIET[kind], DAY)
        assert 15 * MINUTE <= found - looked_at <= most


@pytest.mark.slow
@pytest.mark.parametrize("decay", DECAYS)
def test_it_sees_what_lived_half_an_hour_for_no_more_requests_than_newsdiffs(decay: str) -> None:
    made = list(articles(1_000, 7, DECAYS[decay]))

    ours, theirs = (score(made, POLICIES[name]) for name in ("archiver", "NewsDiffs"))

    assert ours.caught_lived >= 0.95
    assert ours.first_day <= theirs.first_day
    assert ours.year <= theirs.year
    assert ours.deletions == 1
