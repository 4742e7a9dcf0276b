"""Whose data a screen may show, and whether it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.strip import Strip

from rctui.tui.screens.base import RctuiScreen
from rctui.tui.screens.blocked import BlockedScreen
from rctui.tui.screens.copy_menu import CopyMenu
from rctui.tui.screens.find import FindScreen
from rctui.tui.screens.form import FormScreen
from rctui.tui.screens.review import ReviewScreen
from rctui.tui.screens.text import TextScreen
from rctui.tui.widgets.customer_column import CustomerColumn
from tests.reliability.soak_operator import Broken
from tests.reliability.soak_world import marks_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from rctui.text.safe_text import SafeText
    from tests.reliability.soak_model import SoakModel
    from tests.reliability.soak_operator import SoakOperator
    from tests.reliability.soak_world import SoakWorld

_ABOUT_A_CUSTOMER = "Customer"
"""How the place of a text begins that was opened from a customer's screen."""

_SEVERAL_PROJECTS = " PROJECT "
"""The heading of a column that says of each row which project it is of."""


def check_sight(operator: SoakOperator, model: SoakModel, world: SoakWorld) -> None:
    """Whether what is shown belongs to whom it is shown for. Raises Broken."""
    allowed = _allowed(operator, model, world)
    if allowed is None:
        return
    shown = marks_in(_text_of_the_list(operator))
    if shown <= allowed:
        return
    # A notice lies over the screen and may be about anybody.
    operator.app.clear_notifications()
    for toast in operator.screen.query("Toast, ToastHolder"):
        toast.display = False
    operator.screen._on_timer_update()
    operator.app.screen._refresh_layout()
    shown = marks_in(_text_of_the_list(operator))
    if not shown <= allowed:
        raise Broken(
            f"{operator.stack} shows {sorted(shown - allowed)}, which is not theirs;"
            f" allowed {sorted(allowed)[:5]}:\n{operator.text}"
        )


def _text_of_the_list(operator: SoakOperator) -> str:
    """What is shown, but for what stands beside and below the list on a wide screen.

    That column and that strip are about whoever was looked at before.
    """
    lines = operator.text.splitlines()
    for widget in operator.screen.query("CustomerColumn, ActivityStrip"):
        left, top, width, height = widget.region
        for y in range(top, top + height) if widget.display else ():
            line = Strip([Segment(lines[y])])
            lines[y] = line.crop(0, left).text + line.crop(left + width).text
    return "\n".join(lines)


def check_review(operator: SoakOperator) -> None:
    """A review that a dialog of a customer's screen has led to is about that customer.

    The way back of a transfer begins with the other one.
    """
    stack: Sequence[Screen[Any]] = operator.app.screen_stack
    if len(stack) < 3 or not isinstance(stack[-1], ReviewScreen):
        return
    below, form = stack[-3], stack[-2]
    customer_id = getattr(below, "customer_id", None)
    if not isinstance(form, FormScreen) or not isinstance(customer_id, str):
        return
    told = next(row for row in map(_plain, stack[-1]._text.rows) if row.startswith("customer "))
    title = stack[-1]._text.title.plain
    goes_back = title.startswith("Transfer ") and marks_in(customer_id) <= marks_in(title)
    if marks_in(told) != marks_in(customer_id) and not goes_back:
        raise Broken(f"A review on the screen of {customer_id!r} says {told!r}")


def _plain(row: SafeText | tuple[SafeText, Any]) -> str:
    return row[0].plain if isinstance(row, tuple) else row.plain


def _allowed(operator: SoakOperator, model: SoakModel, world: SoakWorld) -> set[int] | None:
    """Whose marks the uppermost screen may show, or `None` where that can't be said."""
    screen = operator.screen
    if isinstance(screen, FindScreen) and _SEVERAL_PROJECTS in operator.text:
        return None
    if isinstance(screen, FindScreen | BlockedScreen):
        typed = marks_in(screen.box.text) if isinstance(screen, FindScreen) else set()
        return typed | set(world.project(operator.app.session.project.key).numbers)
    about = _customer_of(operator.app.screen_stack)
    if about is None:
        return None
    own = marks_in(about)
    return own.union(*(model.owns.get(number, set()) for number in own))


def _customer_of(stack: Sequence[Screen[Any]]) -> str | None:
    """The customer whom the uppermost screen is about, if it is about exactly one."""
    top = stack[-1]
    customer_id = getattr(top, "customer_id", None)
    if isinstance(customer_id, str) and isinstance(top, RctuiScreen):
        return customer_id
    is_detail = isinstance(top, TextScreen) and [part.plain for part in top.place[:1]] == [
        _ABOUT_A_CUSTOMER
    ]
    of_the_column = len(stack) > 1 and isinstance(stack[-2].focused, CustomerColumn)
    if isinstance(top, CopyMenu) and of_the_column:
        return None
    if len(stack) > 1 and (is_detail or isinstance(top, CopyMenu)):
        return _customer_of(stack[:-1])
    return None
