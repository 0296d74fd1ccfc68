"""What the host of a board may do, and that nobody else may (SPEC R)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from server.events import HANDLERS
from server.rules import Rules
from server.session import Session
from tests.doubles.foreigner import Foreigner, foreigners, stroke
from tests.doubles.house import house
from tests.doubles.surprises import Surprises
from tests.doubles.table import HOST_KEY, Ear, FaultyStore, Table, author
from whiteboard.model.element import Element, ElementId, Geometry
from whiteboard.model.elements.kind import Invalid
from whiteboard.model.op import Patch, Put
from whiteboard.model.style import Style
from whiteboard.protocol.host_messages import Admit, NewCode, RemoveMember, SetApproval, SetGuests, SetRole, SetTitle
from whiteboard.protocol.messages import (
    CLIENT_EVENTS,
    ClientMessage,
    Edit,
    Presence,
    Profile,
    Role,
    TrailEnd,
    TrailPoints,
)
from whiteboard.protocol.refusal import Refusal

HOST, EDITOR, VIEWER = 1, 2, 3
ROLES = {HOST: Role.HOST, EDITOR: Role.EDITOR, VIEWER: Role.VIEWER}
TEXT = Element(id=ElementId("t"), kind="text", geometry=Geometry(0.0, 0.0), order="A", text="Hi")
TRAIL = TrailPoints(id=ElementId("s"), points=(0, 0, 9, 16, 0, 0), x=0.0, y=0.0, style=Style())


@dataclass
class Class:
    """A host, an editor and a viewer at one table."""

    table: Table
    ears: dict[int, Ear]
    sessions: dict[int, Session]

    def say(self, who: int, message: ClientMessage) -> None:
        self.table.say(self.sessions[who], message)
        self.table.play()


@pytest.fixture
def room() -> Class:
    table = Table(role_of=lambda who: next((role for no, role in ROLES.items() if who == author(no)), Role.EDITOR))
    people = {no: table.join(no, name=role.value) for no, role in ROLES.items()}
    table.play()
    return Class(table, {no: ear for no, (ear, _) in people.items()}, {no: one for no, (_, one) in people.items()})


# ------------------------------------------------------------ each role against each message


def edit(room: Class, who: int) -> bool:
    room.say(who, Edit(cseq=1, ops=(Put(TEXT),)))
    entry = room.ears[who].entries[-1]
    assert (entry.void is Refusal.FORBIDDEN) == (entry.void is not None)
    return TEXT.id in room.table.room.ledger.document


def trail(room: Class, who: int) -> bool:
    room.say(who, TRAIL)
    return any(tick.begun for tick in room.ears[EDITOR].ticks)


def trail_end(room: Class, who: int) -> bool:
    room.say(EDITOR, TRAIL)
    room.say(who, TrailEnd(id=TRAIL.id))
    return room.table.room.trails.get(TRAIL.id) is None


def presence(room: Class, who: int) -> bool:
    room.say(who, Presence(x=1.0, y=2.0, tool="pen"))
    return any(p.member == room.sessions[who].no for tick in room.ears[EDITOR].ticks for p in tick.presence)


def profile(room: Class, who: int) -> bool:
    room.say(who, Profile(name="Zoë", color="#1971c2"))
    return room.sessions[who].name == "Zoë"


def role(room: Class, who: int) -> bool:
    room.say(who, SetRole(role=Role.VIEWER))
    return room.sessions[EDITOR].role is Role.VIEWER


def remove(room: Class, who: int) -> bool:
    ear, session = room.table.join(9)
    room.say(who, RemoveMember(author=session.author))
    return ear.closed and session.gone


def admit(room: Class, who: int) -> bool:
    room.say(who, Admit(author=author(8)))
    return author(8) in room.table.room.door.rules.admitted


def approval(room: Class, who: int) -> bool:
    room.say(who, SetApproval(on=True))
    return room.table.room.door.rules.approval


def guests(room: Class, who: int) -> bool:
    room.say(who, SetGuests(on=True))
    return room.table.room.door.guests


def new_code(room: Class, who: int) -> bool:
    room.say(who, NewCode())
    return room.table.room.code != "K7QM2XPA"


def title(room: Class, who: int) -> bool:
    room.say(who, SetTitle(title="Waves"))
    return room.table.room.title == "Waves"


ALL, DRAW, ONLY_HOST = {HOST, EDITOR, VIEWER}, {HOST, EDITOR}, {HOST}
MAY: dict[Any, tuple[Callable[[Class, int], bool], set[int]]] = {
    Edit: (edit, DRAW),
    TrailPoints: (trail, DRAW),
    TrailEnd: (trail_end, {EDITOR}),  # of his own stroke
    Presence: (presence, ALL),
    Profile: (profile, ALL),
    SetRole: (role, ONLY_HOST),
    RemoveMember: (remove, ONLY_HOST),
    Admit: (admit, ONLY_HOST),
    SetApproval: (approval, ONLY_HOST),
    SetGuests: (guests, ONLY_HOST),
    NewCode: (new_code, ONLY_HOST),
    SetTitle: (title, ONLY_HOST),
}


def test_the_table_of_roles_has_every_message() -> None:
    assert set(MAY) == set(HANDLERS) == set(CLIENT_EVENTS.values()) - {CLIENT_EVENTS["hello"]}


@pytest.mark.parametrize("who", ROLES, ids=[role.value for role in ROLES.values()])
@pytest.mark.parametrize("message", MAY, ids=[message.__name__ for message in MAY])
def test_each_role_does_with_each_message_what_it_may(room: Class, message: Any, who: int) -> None:  # R1
    act, allowed = MAY[message]
    before = room.table.room.door.rules
    try:
        done = act(room, who)
    except Invalid:
        done = False
        assert room.table.room.door.rules == before
    assert done == (who in allowed)


# ------------------------------------------------------------ roles


def test_everybody_is_set_to_look_at_once_and_so_are_those_who_come_later(room: Class) -> None:
    room.say(EDITOR, TRAIL)
    room.say(HOST, SetRole(role=Role.VIEWER))
    assert {m.no: m.role for tick in room.ears[EDITOR].ticks for m in tick.changed} == {2: Role.VIEWER}
    assert room.table.room.trails.get(TRAIL.id) is None  # the stroke in progress is over
    ear, late = room.table.join(7)
    assert late.role is ear.welcomes[0].role is Role.VIEWER
    assert room.sessions[HOST].role is Role.HOST


def test_one_person_may_draw_while_the_others_look(room: Class) -> None:
    room.say(HOST, SetRole(role=Role.VIEWER))
    room.say(HOST, SetRole(role=Role.EDITOR, author=author(EDITOR)))
    assert [room.sessions[no].role for no in ROLES] == [Role.HOST, Role.EDITOR, Role.VIEWER]
    room.table.room.leave(room.sessions[EDITOR], room.table.now)
    _, back = room.table.join(EDITOR, ordinal=2)
    assert back.role is Role.EDITOR
    room.say(HOST, SetRole(role=Role.EDITOR))
    assert room.sessions[VIEWER].role is Role.EDITOR
    assert room.table.room.door.rules.roles == {}


def test_another_title_reaches_everybody_and_who_comes_later(room: Class) -> None:
    room.ears[VIEWER].stuck = 1
    room.say(HOST, SetTitle(title="  Physics, 7b:\twaves "))
    assert [tick.title for tick in room.ears[EDITOR].ticks if tick.title is not None] == ["Physics, 7b: waves"]
    room.ears[VIEWER].stuck = 0
    room.table.play(1.0)
    assert room.ears[VIEWER].ticks[-1].title == "Physics, 7b: waves"
    ear, _ = room.table.join(7)
    assert (ear.welcomes[0].title, ear.welcomes[0].board) == ("Physics, 7b: waves", "Board")
    room.say(HOST, SetTitle(title=""))
    assert [tick.title for tick in room.ears[EDITOR].ticks if tick.title is not None][-1] == "Board"


def test_nobody_is_made_host(room: Class) -> None:
    with pytest.raises(Invalid):
        room.say(HOST, SetRole(role=Role.HOST, author=author(EDITOR)))


def test_an_author_unlocks_what_is_his_own_and_a_host_everything(room: Class) -> None:  # D8
    def lock(who: int, on: bool, **more: str) -> Refusal | None:
        room.table.edit(room.sessions[who], Patch(id=TEXT.id, lock=on, **more))  # type: ignore[arg-type]
        room.table.play()
        return room.ears[who].entries[-1].void

    _, other = room.table.join(5)
    room.sessions[5], room.ears[5] = other, _
    room.table.edit(room.sessions[EDITOR], Put(TEXT))
    assert lock(5, True) is None
    assert lock(5, False) is Refusal.LOCKED
    assert lock(EDITOR, False, text="and more") is Refusal.LOCKED
    assert lock(EDITOR, False) is None
    assert lock(5, True) is None
    assert lock(HOST, False) is None


# ------------------------------------------------------------ removing, waiting, the code: over real sockets


async def host_of(person: Foreigner) -> Foreigner:
    await person.join(host_key=HOST_KEY)
    await person.until(lambda: person.of("door"), "to be told of the door")
    assert person.welcome["role"] == "host"
    return person


@pytest.mark.parametrize("key", ["", "a guess", HOST_KEY + " "])
async def test_only_the_key_makes_a_host(key: str) -> None:  # R2
    async with house() as server, foreigners(server.link) as (ann,):
        await ann.join(host_key=key)
        assert "role" not in ann.welcome
        await ann.acknowledged(await ann.edit(stroke("a")))
        assert ann.of("door") == []


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_who_is_removed_is_cut_off_and_stays_out_until_he_is_let_back(transport: str) -> None:  # R3
    async with house() as server, foreigners(server.link, 2) as (first, bob):
        ann = await host_of(first)
        await bob.join(transport)
        await bob.acknowledged(await bob.edit(stroke("kept")))
        author = bob.welcome["author"]
        await ann.say("remove", {"author": author})
        await bob.until_cut()
        await bob.until(lambda: bob.of("refused"), "to be told why")
        assert bob.of("refused")[-1]["code"] == "removed"
        assert len(server.room.members) == 1
        assert ElementId("kept") in server.room.ledger.document
        await ann.until(lambda: ann.of("door")[-1].get("removed"))
        assert ann.of("door")[-1]["removed"] == [{"author": author, "name": "Åsa"}]
        bob.heard.clear()
        await bob.connect(transport)
        await bob.hello()
        await bob.until_cut()
        assert [(event, said["code"]) for event, said in bob.heard] == [("refused", "removed")]
        await ann.say("admit", {"author": author})
        await ann.until(lambda: not ann.of("door")[-1].get("removed"))
        bob.heard.clear()
        await bob.join(transport)


async def test_a_new_client_from_the_address_of_somebody_removed_has_to_wait() -> None:  # R3
    async with house() as server, foreigners(server.link, 4) as (first, bob, cleo, again):
        ann = await host_of(first)
        await bob.join()
        await cleo.join()
        await ann.say("remove", {"author": bob.welcome["author"]})
        await bob.until_cut()
        await cleo.hang_up()
        await cleo.join()  # whoever was here already is vouched for
        await again.connect()
        await again.hello(name="Not Bob")
        await again.until(lambda: again.of("waiting"))
        await ann.until(lambda: ann.of("door")[-1].get("waiting"))
        assert [one["name"] for one in ann.of("door")[-1]["waiting"]] == ["Not Bob"]
        assert len(server.room.members) == 2


@pytest.mark.parametrize("transport", ["websocket", "polling"])
async def test_newcomers_wait_and_hear_nothing_until_the_host_decides(transport: str) -> None:  # R4
    async with house() as server, foreigners(server.link, 3) as (first, bob, mallory):
        ann = await host_of(first)
        await ann.say("approval", {"on": True})
        for person in (bob, mallory):
            await person.connect(transport)
            await person.hello()
            await person.until(partial(person.of, "waiting"))
        await mallory.say("edit", {"cseq": 1, "ops": [stroke("mine")]})
        await ann.acknowledged(await ann.edit(stroke("a")))
        await ann.until(lambda: len(ann.of("door")[-1].get("waiting", ())) == 2)
        waiting = [one["author"] for one in ann.of("door")[-1]["waiting"]]
        await ann.say("admit", {"author": waiting[0]})
        await bob.until(lambda: bob.of("welcome"))
        await bob.until(lambda: bob.entries or bob.welcome["start"], "what was drawn while he waited")
        await ann.say("admit", {"author": waiting[1], "let_in": False})
        await mallory.until_cut()
        assert [event for event, _ in mallory.heard] == ["waiting", "refused"]
        assert len(server.room.ledger.document) == 1
        await bob.hang_up()
        await bob.join(transport)  # once let in, he need not wait again


async def test_who_waits_comes_in_when_approval_ends_and_is_forgotten_when_he_goes() -> None:
    async with house() as server, foreigners(server.link, 3) as (first, bob, cleo):
        ann = await host_of(first)
        await ann.say("approval", {"on": True})
        for person in (bob, cleo):
            await person.connect()
            await person.hello()
            await person.until(partial(person.of, "waiting"))
        await cleo.hang_up()
        await ann.until(lambda: len(ann.of("door")[-1].get("waiting", ())) == 1)
        await ann.say("approval", {"on": False})
        await bob.until(lambda: bob.of("welcome"))
        await ann.until(lambda: not ann.of("door")[-1].get("waiting"))
        assert len(server.room.members) == 2


async def test_only_so_many_people_may_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.door.MAX_WAITING", 1)
    async with house() as server, foreigners(server.link, 3) as (first, bob, cleo):
        await (await host_of(first)).say("approval", {"on": True})
        await bob.connect()
        await bob.hello()
        await bob.until(lambda: bob.of("waiting"))
        await cleo.connect()
        await cleo.hello()
        await cleo.until_cut()
        assert cleo.of("refused")[0]["code"] == "full"


async def test_a_renewed_code_shuts_out_newcomers_and_no_member() -> None:
    async with house() as server, foreigners(server.link, 3) as (first, bob, late):
        ann = await host_of(first)
        await bob.join()
        await ann.say("new_code", {})
        await ann.until(lambda: ann.of("door")[-1]["code"] != "K7QM2XPA")
        await bob.hang_up()
        await bob.join()
        await late.connect()
        await late.hello()
        await late.until_cut()
        assert late.of("refused")[0]["code"] == "wrong_code"
        late.heard.clear()
        await late.join(code=ann.of("door")[-1]["code"])


async def test_who_is_no_host_and_tries_is_told_off_and_then_cut_off(surprises: Surprises) -> None:  # R1
    surprises.expect("sent what is not valid")
    async with house() as server, foreigners(server.link) as (mallory,):
        await mallory.join()
        for _ in range(3):
            await mallory.say("role", {"role": "viewer"})
        await mallory.until_cut()
        assert mallory.of("refused")[-1]["code"] == "bad_message"
        assert server.room.door.rules == Rules()


# ------------------------------------------------------------ over a restart


async def test_roles_removals_and_the_code_outlive_a_restart() -> None:  # R2
    store = FaultyStore()
    async with house(store=store) as server, foreigners(server.link, 2) as (first, bob):
        ann = await host_of(first)
        await bob.join()
        await ann.say("role", {"role": "viewer"})
        await ann.say("new_code", {})
        await ann.say("remove", {"author": bob.welcome["author"]})
        await bob.until_cut()
    async with house(store=store) as server, foreigners(server.link, 3) as (_, bob, cleo):
        assert server.room.code.startswith("NEWC0DE")
        await bob.connect()
        await bob.hello()
        await bob.until_cut()
        assert bob.of("refused")[-1]["code"] == "removed"
        await cleo.connect()
        await cleo.hello()
        await cleo.until(lambda: cleo.of("waiting"))
        assert server.room.door.rules.everybody is Role.VIEWER


async def test_what_a_host_decides_holds_though_it_cannot_be_stored_yet(surprises: Surprises) -> None:  # P3
    surprises.expect("nothing can be stored|stored again")
    store = FaultyStore()
    async with house(store=store) as server, foreigners(server.link) as (first,):
        ann = await host_of(first)
        store.fault = "The server's disk is full."
        await ann.say("role", {"role": "viewer"})
        await ann.until(lambda: ann.of("door")[-1].get("everybody") == "viewer")
        assert server.room.door.unsaved
        store.fault = ""
        await ann.until(lambda: not server.room.door.unsaved, "the role to be stored")
    assert store.boards()[0].rules.everybody is Role.VIEWER
