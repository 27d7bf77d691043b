"""A comparison as one HTML page that needs nothing else: no script, no style sheet, no image."""

from archiver.render.view import Comparison, edged, folded, rows
from archiver.render.visible import visible


def html_page(compared: Comparison, *, context: int) -> str:
    """Give the page; all archived text in it is escaped by the template."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("archiver.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    environment.filters["edged"] = edged
    return environment.get_template("diff.html").render(
        compared=compared, items=folded(rows(compared), context)
    )
