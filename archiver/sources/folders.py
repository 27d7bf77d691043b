"""List the snapshot files below some paths, cheaply: names are read here, payloads are not."""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archiver.errors import InputError
from archiver.model import Failure, Uri
from archiver.sources.article import Article, read_article
from archiver.sources.names import (
    ARTICLE_FILE,
    is_hidden,
    is_snapshot,
    natural_key,
    portable,
)

STDIN = Path("-")
FolderId = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to be read: where it is on this machine, and the names it goes by everywhere."""

    path: Path
    source: str
    fallback_uri: Uri
    article: Article = field(default_factory=Article)


def find(paths: Sequence[Path]) -> Iterator[Found | Failure]:
    """Give the files of each path in turn: itself, or the snapshots of each folder below it.

    Folders come before those in them, names in natural order. No folder is read twice, so links
    may loop; one that is an argument of its own is read as that, for names count from the
    nearest argument.
    """
    arguments = {identity for path in paths if (identity := _folder_id(path))}
    files = {_real(path) for path in paths if path != STDIN and not _folder_id(path)}
    names = _distinct_names([path for path in paths if path != STDIN and not _folder_id(path)])
    seen: set[FolderId] = set()
    for path in paths:
        if path == STDIN:
            yield Found(path=path, source="-", fallback_uri=Uri("file:-"))
        elif identity := _folder_id(path):
            walk = _Walk(seen=seen, elsewhere=arguments - {identity}, files=files)
            if identity not in seen:
                yield from walk.below(path, _last_part(path))
        else:
            yield _file(path, names[path])


def _distinct_names(files: Sequence[Path]) -> dict[Path, str]:
    """Give each file its name, with as many of the folders above it as tell it from the others.

    `mon/page.txt` and `tue/page.txt` stay two captures, also where their bytes are equal.
    """
    names: dict[Path, str] = {}
    for path in files:
        parts = [portable(part) for part in _real(path).parts[1:-1]] + [_last_part(path)]
        others = {_real(other) for other in files if _last_part(other) == parts[-1]}
        rivals = [[*other.parts[1:-1], parts[-1]] for other in others - {_real(path)}]
        n = 1
        while n < len(parts) and any(rival[-n:] == parts[-n:] for rival in rivals):
            n += 1
        names[path] = "/".join(parts[-n:])
    return names


def _folder_id(path: Path) -> FolderId | None:
    """Give what tells the folder `path` from every other, or None if it is no folder."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None


def _real(path: Path) -> Path:
    """Give `path` with its links followed, or as it is where they loop."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _last_part(path: Path) -> str:
    """Give the real name of `path`, which "." and ".." hide."""
    name = path.name if path.name not in ("", "..") else path.resolve().name
    return portable(name) or "root"


def _file(path: Path, name: str) -> Found | Failure:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        broken = path.is_symlink()
        reason = "is a link to nothing" if broken else "no such file or folder: check the path"
        return Failure(source=name, reason=f"{name}: {reason}")
    except (OSError, ValueError) as error:
        return Failure(source=name, reason=f"{name}: cannot be read: {_why(error)}")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        return Failure(source=name, reason=f"{name}: is neither a file nor a folder")
    return Found(path=path, source=name, fallback_uri=Uri(f"file:{name}"))


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


@dataclass(frozen=True)
class _Walk:
    """One argument's folders, each read once."""

    seen: set[FolderId]
    elsewhere: set[FolderId]
    files: set[Path]

    def below(self, top: Path, name: str) -> Iterator[Found | Failure]:
        """Give the snapshots of `top` and of all folders in it, or a Failure if there are none."""
        waiting = [(top, name)]
        barren = True
        while waiting:
            folder, source = waiting.pop()
            identity = _folder_id(folder)
            if identity is None or identity in self.seen or identity in self.elsewhere:
                continue
            self.seen.add(identity)
            try:
                entries = sorted(folder.iterdir(), key=lambda path: natural_key(path.name))
            except OSError as error:
                barren = False
                yield Failure(source=source, reason=f"{source}: cannot be read: {_why(error)}")
                continue
            for found in self._snapshots(folder, source, entries):
                barren = False
                yield found
            folders = [path for path in entries if not is_hidden(path.name) and _folder_id(path)]
            waiting += [(path, f"{source}/{portable(path.name)}") for path in reversed(folders)]
        if barren:
            reason = "no snapshot files in it: their names end in .txt, .md or .html"
            yield Failure(source=name, reason=f"{name}: {reason}")

    def _snapshots(
        self, folder: Path, source: str, entries: Sequence[Path]
    ) -> Iterator[Found | Failure]:
        """Give the files of one folder, which are one article."""
        snapshots = [path for path in entries if is_snapshot(path.name) and _may_be_read(path)]
        if not snapshots:
            return
        yaml = f"{source}/{ARTICLE_FILE}"
        try:
            article = read_article(folder)
        except InputError as error:
            yield Failure(source=yaml, reason=f"{yaml}: {error} (its folder was left out)")
            return
        names = {portable(path.name) for path in snapshots}
        for label in article.labels.keys() - names:
            yield Failure(
                source=yaml, reason=f"{yaml}: labels {label}, but no such snapshot is there"
            )
        for path in snapshots:
            if _real(path) not in self.files:
                yield Found(
                    path=path,
                    source=f"{source}/{portable(path.name)}",
                    fallback_uri=Uri(f"folder:{source}"),
                    article=article,
                )


def _may_be_read(path: Path) -> bool:
    """Tell whether to try: a link to nothing is tried, and fails by name; a pipe would hang."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return True
