"""An invoice as a PDF of one page, small but complete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rctui.demo.records import Invoice, InvoiceLine

_HEADER: Final = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


def rendered(invoice: Invoice) -> bytes:
    """The file's bytes."""
    page = _page(["Skylark (simulated invoice)", invoice.id, *map(_line, invoice.lines)])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return _file(objects)


def _line(line: InvoiceLine) -> str:
    name = line.display_name or line.product_identifier
    return f"{line.quantity} x {name}: {line.unit_amount.gross:.2f} {line.unit_amount.currency}"


def _page(lines: list[str]) -> bytes:
    shown = b"".join(b"(%b) Tj T*\n" % _escaped(line) for line in lines)
    return b"BT /F1 12 Tf 40 540 Td 18 TL\n" + shown + b"ET"


def _escaped(text: str) -> bytes:
    plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return plain.encode("latin-1", "replace")


def _file(objects: list[bytes]) -> bytes:
    body, offsets = _HEADER, []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, entries)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + table + trailer % (size, len(body))
