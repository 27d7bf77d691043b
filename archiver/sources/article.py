"""The optional `article.yml` of a folder: url, title, and labels by file name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archiver.errors import InputError
from archiver.model import Uri
from archiver.sources.names import ARTICLE_FILE, one_line, portable
from archiver.uri import uri_r

MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a folder says of its article. All of it may be absent."""

    uri: Uri | None = None
    title: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


def read_article(folder: Path) -> Article:
    """Read the `article.yml` of `folder`, or give an empty Article where there is none.

    Raise InputError, its message without a subject, for one that cannot be read or says nothing
    sensible. Other keys are left alone.
    """
    path = folder / ARTICLE_FILE
    try:
        with path.open("rb") as file:
            payload = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Article()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}") from error
    if len(payload) > MOST_BYTES:
        raise InputError(f"has more than {MOST_BYTES:,} bytes: it should hold url, title, labels")
    values = _parse(payload)
    address = _text(values, "url")
    return Article(
        uri=uri_r(address) if address else None,
        title=_text(values, "title"),
        labels=_labels(values),
    )


def _parse(payload: bytes) -> Mapping[object, object]:
    import yaml

    try:
        # BaseLoader makes strings, lists and maps only: a title `2023` or a label `No` stays text.
        values = yaml.load(payload, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise InputError(f"is no YAML{where}: mend it, or take it away") from error
    if values is None:
        return {}
    if not isinstance(values, Mapping):
        raise InputError("is no mapping: write `url: https://...`, `title: ...`, `labels:`")
    return values


def _text(values: Mapping[object, object], key: str) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise InputError(f"{key} is no text: write `{key}: ...` on one line")
    return one_line(value)


def _labels(values: Mapping[object, object]) -> dict[str, str]:
    given = values.get("labels") or {}
    if not isinstance(given, Mapping):
        raise InputError("labels is no mapping: write `1.txt: Old Version`, one a line, below it")
    labels: dict[str, str] = {}
    for name, label in given.items():
        if not isinstance(name, str) or not isinstance(label, str):
            raise InputError(f"the label of {name} is no text: write `name.txt: Old Version`")
        labels[portable(name)] = one_line(label)
    return labels
