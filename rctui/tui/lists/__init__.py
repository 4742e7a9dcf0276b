"""What every list can do: filter, sort, mark, choose columns, copy, preview, export."""
