"""Three people type into one note at once, through a real room: nobody loses a letter, no word is torn."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from tests.doubles.board import clients
from tests.doubles.table import Table, client
from whiteboard.model.document import Document
from whiteboard.model.element import NOTE, Element, ElementId, Geometry
from whiteboard.model.history import History
from whiteboard.model.op import Put, Retype
from whiteboard.model.typing import Typing, shifted
from whiteboard.protocol.messages import Edit, Snapshot
from whiteboard.sync.journal import NoJournal
from whiteboard.sync.replica import Replica
from whiteboard.sync.standing import Standing

N = ElementId("n")
NOTHING = Element(id=N, kind=NOTE, geometry=Geometry(x=0.0, y=0.0, w=200.0, h=200.0), order="A")


class Typist:
    """A person with a field as the window has it: letters that are not sent yet, and a cursor."""

    def __init__(self, table: Table, number: int) -> None:
        self.table = table
        standing = Standing(client=client(number), attached=True)
        self.replica = Replica(standing, Document(), (), journal=NoJournal(), new_client=clients())
        self.replica.hello()
        self.ear, self.session = table.join(number)
        welcome = self.ear.welcomes[-1]
        self.replica.welcomed(welcome)
        log = table.room.ledger.log
        self.replica.load(Snapshot(log_id=welcome.log_id, seq=welcome.start, hash=log.published_hash, elements=()))
        self.history = History()
        self.typing = Typing("")
        self.own = ""
        self.cursor = 0
        self.heard = 0
        self.on_the_way: list[Edit] = []

    @property
    def text(self) -> str:
        element = self.replica.document.get(N)
        return "" if element is None else element.text

    def type(self, letter: str) -> None:
        self.own = self.own[: self.cursor] + letter + self.own[self.cursor :]
        self.cursor += len(letter)

    def send(self) -> None:
        """What the field does every 300 ms."""
        if self.own != self.typing.seen:
            base, self.typing.seen = self.typing.seen, self.own
            self.history.record(self.replica.submit([Retype(id=N, base=base, text=self.own)]), joins=True)
            self.on_the_way += self.replica.take_edits()

    def arrive(self) -> None:
        """The oldest message on its way reaches the server."""
        if self.on_the_way:
            self.table.say(self.session, self.on_the_way.pop(0))

    def hear(self) -> None:
        """The next tick arrives."""
        ticks = self.ear.ticks
        if self.heard < len(ticks):
            self.replica.receive(ticks[self.heard])
            self.heard += 1
            assert not self.replica.wants_hello
        if self.text != self.typing.seen:
            changes = self.typing.heard(self.own, self.text)
            self.cursor = shifted(self.cursor, changes)
            for begin, end, typed in reversed(changes):
                self.own = self.own[:begin] + typed + self.own[end:]

    def undo(self) -> None:
        self.history.undone([self.replica.submit(self.history.undo(self.replica.document))])
        self.on_the_way += self.replica.take_edits()


def together(text: str = "") -> tuple[Table, list[Typist]]:
    table = Table()
    people = [Typist(table, number) for number in (1, 2, 3)]
    ann = people[0]
    ann.replica.submit([Put(NOTHING), Retype(id=N, base="", text=text)])
    ann.on_the_way += ann.replica.take_edits()
    settle(table, people)
    return table, people


def settle(table: Table, people: list[Typist]) -> None:
    """Everything that is on its way arrives."""
    for person in people:
        person.send()
        while person.on_the_way:
            person.arrive()
    table.play(1.0)
    for person in people:
        while person.heard < len(person.ear.ticks):
            person.hear()
        person.hear()


SENTENCES = ("alpha bravo charlie delta echo ", "one two three four five six seven ", "光 合 作 用 🌱 🌞 ")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("where", ["all at the end", "each in a line", "anywhere"])
def test_three_people_type_into_one_note(where: str, seed: int) -> None:
    chance = Random(seed)
    first = (
        "" if where == "all at the end" else "A:\nB:\nC:\n" if where == "each in a line" else "what is there already"
    )
    table, people = together(first)
    places = [0, 0, 0] if where == "all at the end" else [2, 5, 8] if where == "each in a line" else [0, 5, 8]
    for person, place in zip(people, places, strict=True):
        assert person.own == first
        person.cursor = place
    waiting = [list(sentence) for sentence in SENTENCES]
    while any(waiting):
        number = chance.randrange(3)
        person, letters = people[number], waiting[number]
        match chance.choice(["type"] * 4 + ["send", "arrive", "play", "hear", "hear"]):
            case "type" if letters:
                person.type(letters.pop(0))
            case "send":
                person.send()
            case "arrive":
                person.arrive()
            case "play":
                table.play(0.05)
            case "hear":
                person.hear()
    for _ in range(3):
        settle(table, people)
    (text,) = {person.text for person in people}
    assert {person.own for person in people} == {text}
    assert Counter(text) == Counter(first + "".join(SENTENCES))
    if where != "anywhere":
        assert not [sentence for sentence in SENTENCES if sentence.strip() not in text], text


def test_undo_takes_only_my_letters_from_what_three_typed() -> None:
    table, (ann, ben, cem) = together()
    for letters in zip("aaaa", "bbbb", "cccc", strict=True):
        for person, letter in zip((ann, ben, cem), letters, strict=True):
            person.type(letter)
            person.send()
            person.arrive()
        table.play(0.1)
        for person in (ann, ben, cem):
            person.hear()
    settle(table, [ann, ben, cem])
    ben.undo()
    settle(table, [ann, ben, cem])
    assert Counter(ann.text) == Counter("aaaacccc")
    assert ann.text == ben.text == cem.text
