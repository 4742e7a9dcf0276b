from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rctui.text.safe_text import safe
from rctui.tui.dialogs.attributes import AttributesForm
from rctui.tui.dialogs.block import BlockForm
from rctui.tui.dialogs.create import CreateForm
from rctui.tui.dialogs.currencies import CurrenciesForm
from rctui.tui.dialogs.delete import DeleteForm
from rctui.tui.dialogs.grant import GrantForm
from rctui.tui.dialogs.offering import OfferingForm
from rctui.tui.dialogs.revoke import RevokeForm
from rctui.tui.dialogs.transfer import TransferForm
from tests.customers.made import VIEW, attribute, balance, customer, facts, grant, subscription
from tests.tui.dialogs.asked import never_raises

if TYPE_CHECKING:
    from rctui.tui.dialogs.form import Form

HOSTILE = "a\x1b]52;c;eA==\x07[@click=app.quit]\u202e"
KNOWN = facts(
    customer("entl_pro"),
    (subscription(product_id=HOSTILE), grant()),
    attributes=(attribute(HOSTILE, HOSTILE),),
    currencies=(balance("GLD", 80), balance(HOSTILE, 1)),
)
FORMS: list[Form] = [
    GrantForm(customer_id="user_1", view=VIEW, facts=KNOWN, max_grant_days=30),
    GrantForm(customer_id="user_1", view=VIEW),
    RevokeForm(customer_id="user_1", view=VIEW, facts=KNOWN),
    OfferingForm(customer_id="user_1", view=VIEW),
    AttributesForm(customer_id="user_1", view=VIEW, facts=KNOWN),
    CurrenciesForm(customer_id="user_1", view=VIEW, facts=KNOWN, make_key=lambda: "key"),
    CurrenciesForm(customer_id="user_1", view=VIEW, make_key=lambda: "key"),
    TransferForm(customer_id="user_1", view=VIEW, facts=KNOWN),
    CreateForm(view=VIEW),
    DeleteForm(customer_id=HOSTILE, view=VIEW, facts=KNOWN),
    BlockForm(customer_id=HOSTILE, view=VIEW, facts=KNOWN),
]

TYPED = (
    st.text(max_size=30)
    | st.sampled_from(["pro", "entl_pro", "7", "life", "+10d", "GLD", "no", "user_1", HOSTILE])
    | st.text(alphabet='+-=GLD0159;" \\:', max_size=20)
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: type(form).__name__)
def test_no_text_breaks_a_dialog(form: Form) -> None:
    ids = [question.id for question in form.questions]

    @given(st.fixed_dictionaries(dict.fromkeys([*ids, "ticket"], TYPED)))
    def any_answers(answers: dict[str, str]) -> None:
        never_raises(form, answers)

    any_answers()
    never_raises(form, {})


@pytest.mark.parametrize("form", FORMS, ids=lambda form: type(form).__name__)
def test_no_field_is_filled_with_text_that_hides_something(form: Form) -> None:
    filled = [question.start for question in form.questions]
    filled += [choice.value for question in form.questions for choice in question.choices]
    for text in filled:
        assert safe(text).plain == text
