"""A link leads to the web or to a mailbox, as a URI, or nowhere at all."""

from __future__ import annotations

import pytest

from briefgen.addresses import web_address


@pytest.mark.parametrize(
    ("target", "uri"),
    [
        ("https://un.org/a b?q=é&x=[1]#c", "https://un.org/a%20b?q=%C3%A9&x=%5B1%5D#c"),
        ("HTTP://UN.ORG", "HTTP://UN.ORG"),
        ("mailto:a@b.org?subject=x y", "mailto:a@b.org?subject=x%20y"),
        ("https://un.org/%C3%A9", "https://un.org/%C3%A9"),
        ("https://un.org/\ud800\0", "https://un.org/?%00"),
    ],
)
def test_an_address_is_given_as_a_uri(target: str, uri: str) -> None:
    assert web_address(target) == uri


@pytest.mark.parametrize(
    "target",
    [
        *("", "https:", "https:/path", "http:un.org", "mailto:", "//un.org/x", "x.docx", "#a"),
        *("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", " https://un.org"),
        *("http://[", "http://[::1]/", "http://host:99999/", "https://" + "a" * 3000),
    ],
)
def test_what_leads_elsewhere_or_is_no_uri_is_no_address(target: str) -> None:
    assert web_address(target) is None
