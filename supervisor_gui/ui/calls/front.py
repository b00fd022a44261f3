"""The window's part of calls: own calls, calls page, corner and strips, joined to the flows behind them."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, QPoint, Signal

from supervisor_gui.i18n import translate
from supervisor_gui.live.board import Board
from supervisor_gui.live.call_commands import CallOrder, StartCommand
from supervisor_gui.live.commands import Outcome
from supervisor_gui.live.dial_memory import DialMemory, Favourite, PortalKind, Suggestion
from supervisor_gui.live.limits import BreakReason
from supervisor_gui.live.live_calls import Calls
from supervisor_gui.tasks import Tasks
from supervisor_gui.ui.actions.flows import CommandBus
from supervisor_gui.ui.bridge import BoardUpdate
from supervisor_gui.ui.calls.agent_corner import AgentCorner
from supervisor_gui.ui.calls.call_dialog import CallDialog
from supervisor_gui.ui.calls.call_rows import CallContext, as_seen, present_state
from supervisor_gui.ui.calls.call_words import outcome_words
from supervisor_gui.ui.calls.calls_page import CallsPage, TodayRow
from supervisor_gui.ui.calls.calls_panel import MyCallsPanel
from supervisor_gui.ui.calls.desk import CallDesk
from supervisor_gui.ui.calls.dialling import Dialling
from supervisor_gui.ui.calls.directory_dialog import DirectoryDialog
from supervisor_gui.ui.calls.favourites import FavouritesPanel
from supervisor_gui.ui.calls.link_strip import LinkStrip
from supervisor_gui.ui.calls.own_shift import OwnShift
from supervisor_gui.ui.calls.steering import Steering
from supervisor_gui.ui.calls.transfer_bar import TransferBar
from supervisor_gui.ui.calls.unanswered import unanswered, unanswered_words
from supervisor_gui.ui.denied import why_denied
from supervisor_gui.ui.messages import Message, Tone
from supervisor_gui.ui.shell import Numbers, Shell

OFFERED = 8


class CallFront(QObject):
    """Built after the first paint; comes to life when a session is attached.

    Signals:
        extension_chosen(str): The user said which extension is the own one.
        today_wanted(): The calls page was opened: the own calls of today are to be shown.
    """

    extension_chosen = Signal(str)
    today_wanted = Signal()

    def __init__(self, shell: Shell, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk: CallDesk | None = None
        self._calls = Calls()
        self._context = CallContext()
        self._now = 0.0
        window = shell.window
        self.dialling = Dialling(
            window, shell.messages, tasks, seen=self._seen, why_not=lambda: why_denied(self._shell.policy, "dial")
        )
        self.steering = Steering(shell.messages, self.dialling)
        self.strip = LinkStrip()
        self.transfer = TransferBar(self._suggest, self._state_of)
        self.panel = MyCallsPanel()
        self.page = CallsPage()
        self.corner = AgentCorner()
        self.numbers = FavouritesPanel()
        self.shift = OwnShift(self.corner, choose_queues=self._on_queues)
        self.page.add_side(self.corner)
        self.page.add_side(self.numbers)
        for notice in (self.transfer, self.strip):
            window.notices.addWidget(notice)
        window.below.addWidget(self.panel)
        window.keyboard.watch(self.strip, self.transfer, self.panel)
        self.panel.row_made.connect(window.keyboard.watch)
        window.add_page("calls", self.page)
        self._connect()
        self.apply_look()

    def _connect(self) -> None:
        shell, bar, steering = self._shell, self._shell.dial_bar, self.steering
        shell.wished.connect(self._on_wish)
        shell.look_changed.connect(self.apply_look)
        shell.board.dial_wanted.connect(self.dialling.dial_text)
        shell.window.stack.currentChanged.connect(self._on_page)
        bar.dial_wanted.connect(self.dialling.dial)
        bar.hang_up_wanted.connect(self._hang_up_own)
        bar.refused.connect(shell.messages.say)
        for part in (self.panel, self.page):
            part.hang_up_wanted.connect(steering.hang_up)
            part.mute_wanted.connect(steering.mute)
            part.transfer_asked.connect(self.ask_transfer)
            part.dial_wanted.connect(self.dialling.dial_text)
            part.said.connect(shell.messages.say)
        self.transfer.transfer_wanted.connect(steering.transfer)
        steering.handed_over.connect(self.transfer.close_for)
        self.dialling.taken.connect(self._on_taken)
        self.dialling.extension_missing.connect(self._on_extension_missing)
        self.corner.extension_chosen.connect(self.extension_chosen)
        self.numbers.dial_wanted.connect(self.dialling.dial_text)
        self.numbers.favourite_toggled.connect(self._on_favourite)
        self.numbers.favourite_renamed.connect(self._on_renamed)

    # a session

    def attach(self, desk: CallDesk, bus: CommandBus) -> None:
        """A session is there: calls can be made."""
        self._desk, self._calls = desk, desk.calls()
        self._context = msgspec.structs.replace(self._context, board=desk.board())
        self.dialling.attach(desk)
        self.steering.attach(desk)
        self.shift.attach(bus, self._shell.flows)
        self._shell.use_numbers(Numbers(self.dialling.read, self._suggest))
        self.refresh()

    def detach(self) -> None:
        """No session any more."""
        self._desk = None
        self.dialling.attach(None)
        self.steering.attach(None)
        self.shift.attach(None, None)
        self._shell.dial_bar.set_enabled_reason(translate("Dial", "Not connected yet"))
        self.transfer.close_bar()
        self.strip.hide()
        self._context = CallContext(policy=self._shell.policy)
        self.shift.show(Board(), "")
        self.corner.show_agent(None, self._now)
        self.corner.set_queues((), ())
        self.numbers.show_memory(DialMemory())
        self.show_calls(Calls())
        self.page.show_today(())

    def refresh(self) -> None:
        """Names, rights, remembered numbers or the own extension changed."""
        desk, shell = self._desk, self._shell
        if desk is None:
            return
        how = desk.how()
        self._context = CallContext(
            names=desk.directory.name,
            number_name=desk.book.name_of_number,
            policy=shell.policy,
            mine=how.extension,
            # The one that is shown: what keys can do follows from it, and the corner must not run ahead of them.
            board=self._context.board,
        )
        memory = desk.book.memory
        shell.dial_bar.set_enabled_reason(why_denied(shell.policy, "dial"))
        shell.dial_bar.set_defaults(how)
        for kind in PortalKind:
            shell.dial_bar.set_names(kind, memory.names(kind))
        self.numbers.set_context(desk.book.name_of_number, shell.policy)
        self.numbers.show_memory(memory)
        self.corner.set_names(desk.directory.name)
        self.corner.set_policy(shell.policy)
        self.corner.set_extension(how.extension)
        self._show_all()

    def set_reasons(self, reasons: Sequence[BreakReason]) -> None:
        """The list of breaks."""
        self.corner.set_reasons(reasons)

    # what is shown

    def show_calls(self, calls: Calls) -> None:
        """The calls moved on."""
        for call in unanswered(self._calls, calls):
            if not self.steering.ended_here(call.key):
                self._shell.messages.say(unanswered_words(call, self._context))
        self._calls = calls
        mine = self._context.mine
        self._shell.show_calls(calls, mine)
        self._shell.dial_bar.show_own_call(self._shell.own_call())
        self.panel.show_calls(calls, self._now)
        self.transfer.show_calls(calls)
        if self.page.isVisible():
            self.page.show_calls(calls, self._now)

    def show_board(self, update: BoardUpdate) -> None:
        """The board moved on: who talks, and the own state."""
        self._context = msgspec.structs.replace(self._context, board=update.board)
        if self._desk is not None:
            # Rows of calls say nothing of the board: with hundreds of calls they are not made anew for it.
            self._show_own_state(self._desk)
            self.transfer.show_calls(self._calls)

    def show_today(self, rows: Sequence[TodayRow]) -> None:
        """The own calls of today, newest first."""
        self.page.show_today(rows)

    def tick(self, now: float) -> None:
        """A second has passed."""
        self._now = now
        self.panel.tick(now)
        self.corner.tick(now)
        if self.page.isVisible():
            self.page.tick(now)

    def apply_look(self) -> None:
        """Take today's language and look."""
        theme = self._shell.theme
        for part in (self.panel, self.page, self.corner, self.transfer):
            part.apply_theme(theme)
        for words in (self.panel, self.page, self.corner, self.transfer, self.strip, self.numbers):
            words.retranslate()

    def show_order(self, order: CallOrder) -> None:
        """A command about a call moved on: its end is told in words."""
        if not order.finished:
            return
        self.dialling.ended(order)
        title, todo = outcome_words(order)
        if order.refused_here:
            # Some are refused at once, others when their turn to be sent has come.
            self._shell.messages.say(f"{title} {todo}")
        elif order.outcome is Outcome.DONE:
            self._shell.messages.say(title)
        elif order.outcome is not Outcome.CANCELLED:
            details = order.error.words if order.error is not None else ""
            self._shell.messages.tell(Message(title, todo, details, Tone.PROBLEM, key="call"))

    # what the user does

    def ask_transfer(self, key: str) -> None:
        """Ask whom the call `key` is handed to."""
        call = self._calls.live.get(key)
        if call is not None and call.call:
            self.transfer.open_for(call, self._context)

    def _on_wish(self, name: str) -> None:
        wishes: dict[str, Callable[[], None]] = {
            "hang_up": self._hang_up_own,
            "transfer": self._transfer_meant,
            "mute": self._mute_meant,
            "bridge": self._ask_bridge,
            "directory": self._show_directory,
            "my_break": self._my_break,
            "my_return": self.shift.resume,
        }
        if name in wishes and self._desk is not None:
            wishes[name]()

    def _hang_up_own(self) -> None:
        call = self._shell.own_call()
        if call is not None and call.call:
            self.steering.hang_up(call.key)

    def _transfer_meant(self) -> None:
        call = self._shell.meant_call()
        if call is not None:
            self.ask_transfer(call.key)

    def _mute_meant(self) -> None:
        call = self._shell.meant_call()
        if call is not None:
            self.panel.open_mute(call, self._shell.board.popup_point())

    def _my_break(self) -> None:
        self.shift.pause(self._shell.window.mapToGlobal(QPoint(120, 60)))

    def _ask_bridge(self) -> None:
        desk = self._desk
        if desk is None:
            return
        queues = sorted(desk.board().queues)
        dialog = CallDialog(
            self._shell.window, self.dialling.read, defaults=desk.how(), names=desk.book.memory, queues=queues
        )
        dialog.wanted.connect(self._on_command)
        dialog.open()

    def _on_command(self, command: StartCommand) -> None:
        self.dialling.order(command)

    def _show_directory(self) -> None:
        if self._desk is not None:
            dialog = DirectoryDialog(self._shell.window, self._desk.directory)
            dialog.import_wanted.connect(self._shell.choose_names_in)
            dialog.export_wanted.connect(self._shell.choose_names_out)
            dialog.open()

    def _on_taken(self, _: CallOrder) -> None:
        self._shell.dial_bar.sent()

    def _on_extension_missing(self) -> None:
        self._shell.open_page("calls")
        self.corner.ask_extension()

    def _on_queues(self, queues: tuple[str, ...]) -> None:
        if self._desk is not None:
            self._desk.book.set_my_queues(queues)

    def _on_favourite(self, favourite: Favourite) -> None:
        book = self._desk.book if self._desk is not None else None
        if book is None:
            return
        if any(known.wire == favourite.wire for known in book.memory.favourites):
            book.remove_favourite(favourite.wire)
        else:
            book.add_favourite(favourite)

    def _on_renamed(self, favourite: Favourite) -> None:
        if self._desk is not None:
            self._desk.book.add_favourite(favourite)

    def _on_page(self, _: int) -> None:
        """What came while the page was away is shown now."""
        if self._shell.window.stack.currentWidget() is self.page:
            self.page.set_context(self._context)
            self.page.show_calls(self._calls, self._now)
            self.today_wanted.emit()

    # inside

    def _show_all(self) -> None:
        desk, context = self._desk, self._context
        if desk is None:
            return
        self.panel.set_context(context)
        if self.page.isVisible():
            self.page.set_context(context)
        self._show_own_state(desk)
        self.show_calls(self._calls)

    def _show_own_state(self, desk: CallDesk) -> None:
        board = self._context.board
        self.shift.show(board, self._context.mine)
        self.corner.show_agent(self.shift.agent, self._now)
        self.corner.set_queues(sorted(board.queues), desk.book.memory.my_queues)

    def _seen(self, number: str) -> str:
        return self._shell.policy.number(number)

    def _suggest(self, text: str) -> Sequence[Suggestion]:
        desk = self._desk
        offered = desk.book.suggestions(text, desk.board(), OFFERED) if desk is not None else ()
        return [as_seen(one, self._shell.policy) for one in offered]

    def _state_of(self, extension: str) -> str:
        return present_state(self._context.board, extension)
