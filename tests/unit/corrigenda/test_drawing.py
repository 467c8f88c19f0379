"""A page is the same only if all that is drawn on it is, words or not."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from briefgen.corrigenda.drawing import read_drawn


def page(*heights: float) -> bytes:
    """Draw rules at heights in points, all of them as one path, as the writer of PDFs does."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    rules = canvas.beginPath()
    for height in heights:
        rules.moveTo(60, height)
        rules.lineTo(535, height)
    canvas.drawPath(rules)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_rule_between_others_that_is_gone_is_another_page() -> None:
    """The lines for notes lie between the rules of header and footer."""
    ruled, again, blank = page(700, 400, 90), page(700, 400, 90), page(700, 90)
    assert read_drawn(ruled) == read_drawn(again)
    assert read_drawn(ruled)[0].body != read_drawn(blank)[0].body
