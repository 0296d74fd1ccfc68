"""The page of the settings about shortcuts: look for an action, click it, press its new key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTableView, QWidget

from .announce import announce
from .buttons import button, words
from .commands import Command, commands, own_keys
from .fuzzy import found
from .key_catcher import KeyCatcher
from .keymap import KEYS, Keys, owner, rebound, reset, same, shown
from .settings_pages import Keeper, SettingsPage
from .theme import BODY_PT, GAP_PX, THEME, font

FIXED = ("cancel",)
"""Escape stays what it is: a way out that one can rely on."""

TAKEN = ("Space", "Tab", "Shift+Tab", "Escape")
"""Keys that mean something everywhere: move the board, go to the next control, give up."""

Index = QModelIndex | QPersistentModelIndex


class KeysPage(SettingsPage):
    """`table` lists the actions; the line below it says what can be done with the one that is chosen."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._all = [each for each in commands() if each.name not in FIXED]
        self._wanted = ""
        self.field = QLineEdit()
        self.field.setFont(font(BODY_PT))
        self.field.setPlaceholderText(self.tr("Find an action, or a key like Ctrl+D"))
        self.field.setAccessibleName(self.tr("Find an action"))
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._wait_first)
        self.model = KeyModel()
        self.table = _table(self.model)
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.table.clicked.connect(self._wait)
        self.table.activated.connect(self._wait)
        self.catcher = KeyCatcher()
        self.catcher.hide()
        self.catcher.caught.connect(self._take)
        self.catcher.given_up.connect(self._rest)
        self.word = words()
        self.give = button(self.tr("Change it"), "accent")
        self.give.clicked.connect(lambda _: self._give(self._wanted))
        self.leave = button(self.tr("Leave it"), "quiet")
        self.leave.clicked.connect(lambda _: self._rest())
        for answer in (self.give, self.leave):
            answer.setAutoDefault(True)  # Enter says it, too
        self.none = button(self.tr("No key"))
        self.none.clicked.connect(lambda _: self._give(""))
        self.own = button(self.tr("Reset"))
        self.own.clicked.connect(lambda _: self._reset())
        self.all_own = button(self.tr("Reset all"))
        self.all_own.clicked.connect(lambda _: self._keep({}))
        top, line = _row(self.field, self.all_own), _row(self.word, self.give, self.leave, self.none, self.own)
        for each in (top, self.table, self.catcher, line):
            self.add_widget(each)
        self.add_switch("single_keys").clicked.connect(self._refresh)
        self._search("")
        self._rest()

    @property
    def chosen(self) -> Command | None:
        """The action that is changed."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    # ------------------------------------------------------------ what is shown

    def _search(self, query: str) -> None:
        key = query.strip().casefold()
        having = [each for each in self._all if key in (shown(one).casefold() for one in each.keys_now)]
        fitting = found(query, self._all, ())
        self.model.show_rows([*having, *(each for each in fitting if each not in having)])

    def _refresh(self) -> None:
        row = self.table.currentIndex().row()
        self.model.tell()
        self.table.selectRow(row)
        self._show_buttons()

    def _show_buttons(self, *, asking: bool = False) -> None:
        chosen = self.chosen
        for each in (self.give, self.leave):
            each.setVisible(asking)
        for each in (self.none, self.own):
            each.setVisible(not asking)
        self.none.setEnabled(chosen is not None and bool(self._keys_of(chosen)))
        self.own.setEnabled(chosen is not None and chosen.name in self.keeper.settings.keys)
        self.all_own.setEnabled(bool(self.keeper.settings.keys))

    def _say(self, sentence: str) -> None:
        self.word.setText(sentence)
        announce(self.word, sentence)

    # ------------------------------------------------------------ what is done

    def _wait(self) -> None:
        """The next key is for the chosen action."""
        if self.chosen is not None:
            self.word.clear()
            self._show_buttons()
            text = self.tr("Press the new key for “{}”. Escape leaves it as it is.")
            self.catcher.catch(text.format(self.chosen.label))

    def _wait_first(self) -> None:
        """Enter in the field: the next key is for the best hit."""
        self.table.selectRow(0)
        self._wait()

    def _take(self, key: str) -> None:
        """Somebody pressed it."""
        chosen = self.chosen
        if chosen is None:
            return
        if key in TAKEN:
            self._say(self.tr("{} has a meaning everywhere. Press another key.").format(shown(key)))
            return
        taken_from = owner(key, self._now(), beside=chosen.name)
        if taken_from is None:
            self._give(key)
            return
        self._wanted = key
        label = next((each.label for each in commands() if each.name == taken_from), taken_from)
        if taken_from in FIXED:
            self._say(self.tr("{} has a meaning everywhere. Press another key.").format(shown(key)))
            return
        self.catcher.hide()
        self._show_buttons(asking=True)
        self.give.setFocus()
        others = [shown(each) for each in self._now()[taken_from] if same(each) != same(key)]
        keeps = self.tr("which keeps {}").format(others[0]) if others else self.tr("which would have none then")
        self._say(self.tr("{} is the key for “{}”, {}.").format(shown(key), label, keeps))

    def _give(self, key: str) -> None:
        if self.chosen is not None:
            self._keep(rebound(self.keeper.settings.keys, own_keys(), self.chosen.name, key))

    def _reset(self) -> None:
        if self.chosen is not None:
            self._keep(reset(self.keeper.settings.keys, own_keys(), self.chosen.name))

    def _keep(self, changes: Mapping[str, Keys]) -> None:
        self.keeper.keep_settings(keys=dict(changes))
        self._refresh()
        self._rest()
        chosen = self.chosen
        if chosen is not None:
            announce(self.table, f"{chosen.label}, {self.model.keys(chosen)}")

    def _rest(self) -> None:
        """Nothing is being changed."""
        self.catcher.hide()
        self.word.setText(self.tr("Click an action, then press its new key."))
        self._show_buttons()
        self.table.setFocus()

    def _now(self) -> dict[str, Keys]:
        return {name: self.keeper.settings.keys.get(name, own) for name, own in own_keys().items()}

    def _keys_of(self, command: Command) -> Keys:
        return self.keeper.settings.keys.get(command.name, command.keys)


class KeyModel(QAbstractTableModel):
    """Actions and their keys; those that were changed are in bold letters."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Command] = ()

    def show_rows(self, rows: Sequence[Command]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def tell(self) -> None:
        """The keys are other now."""
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 1))

    def keys(self, command: Command) -> str:
        return "   ".join(map(shown, command.keys_now))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.keys(command) if index.column() else command.label
        if role == Qt.ItemDataRole.FontRole and command.name in KEYS.changes:
            return font(BODY_PT, bold=True)
        return None


def _table(model: KeyModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(THEME.target_px - 6)
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _row(first: QWidget, *others: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP_PX)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return made
