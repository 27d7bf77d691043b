"""A comparison of two versions, as words for people and for programs. Pure: text in, text out."""

from archiver.render.view import Comparison, Fold, Row, comparison, folded, rows

__all__ = ["Comparison", "Fold", "Row", "comparison", "folded", "rows"]
