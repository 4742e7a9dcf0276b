"""Saving an invoice's PDF."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rctui.api.rate_limits import RateDomain
from rctui.files.names import safe_file_name
from rctui.files.new_files import write_new

if TYPE_CHECKING:
    from rctui.api.reader import CustomerReader


@dataclass(frozen=True, slots=True)
class SaveInvoice:
    """Fetch the PDF of one invoice and write it to a new file, which only its owner can read."""

    customer_id: str
    invoice_id: str
    folder: str
    """Where to. A file that is there already is never replaced."""
    domain: ClassVar[RateDomain] = RateDomain.CUSTOMER_INFORMATION

    async def run(self, reader: CustomerReader) -> Path:
        """Fetch and write; where the file is. Raises ApiError, FilesError."""
        pdf = await reader.download_invoice(self.customer_id, self.invoice_id)
        name = safe_file_name(f"invoice-{self.invoice_id}", ".pdf", otherwise="invoice")
        return write_new(Path(self.folder), name, pdf)
