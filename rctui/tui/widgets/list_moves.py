"""How the cursor of a list moves: the actions of the moving keys, in terms of one method."""

from __future__ import annotations


class ListMoves:
    """A list with a cursor. It says how long it is and how much of it is seen."""

    cursor: int

    @property
    def length(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """How many rows are seen at once; at least one."""
        raise NotImplementedError

    def move(self, place: int) -> None:
        """Put the cursor on a place, or as near to it as there are rows."""
        raise NotImplementedError

    def above_the_first(self) -> None:
        """A step up from the first row."""

    def action_cursor_down(self) -> None:
        """One row down."""
        self.move(self.cursor + 1)

    def action_cursor_up(self) -> None:
        """One row up; the first row has something above it on some screens."""
        if self.cursor == 0:
            self.above_the_first()
        self.move(self.cursor - 1)

    def action_page_down(self) -> None:
        """One page down."""
        self.move(self.cursor + self.page)

    def action_page_up(self) -> None:
        """One page up."""
        self.move(self.cursor - self.page)

    def action_half_page_down(self) -> None:
        """Half a page down."""
        self.move(self.cursor + max(1, self.page // 2))

    def action_half_page_up(self) -> None:
        """Half a page up."""
        self.move(self.cursor - max(1, self.page // 2))

    def action_first_row(self) -> None:
        """To the first row."""
        self.move(0)

    def action_last_row(self) -> None:
        """To the last row that is loaded."""
        self.move(self.length - 1)
