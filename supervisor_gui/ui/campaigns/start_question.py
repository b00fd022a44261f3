"""The one question before a list is started that something speaks against. It starts nothing."""

from collections.abc import Sequence

from supervisor_gui.autodial.safety import Concern
from supervisor_gui.i18n import translate
from supervisor_gui.text import clean
from supervisor_gui.ui.campaigns.concern_words import concern_words
from supervisor_gui.ui.dialogs.confirm import Question
from supervisor_gui.ui.messages import Messages

_NAME = 60


async def ask_start(messages: Messages, name: str, concerns: Sequence[Concern]) -> bool:
    """Whether the list called `name` is to be started; without a concern nobody is asked."""
    return not concerns or await messages.ask(start_question(name, concerns))


def start_question(name: str, concerns: Sequence[Concern]) -> Question:
    """Everything that speaks against it at once; Enter means no."""
    lead = translate("Campaigns", "Before the list “{list}” starts:").format(list=clean(name, _NAME))
    return Question(
        title=translate("Campaigns", "Start the list?"),
        text="\n\n".join((lead, *(f"• {concern_words(concern)}" for concern in concerns))),
        yes=translate("Campaigns", "Start anyway"),
        no=translate("Campaigns", "Not now"),
        careful=True,
    )
