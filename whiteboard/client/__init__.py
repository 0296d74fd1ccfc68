"""A board in a script's hands: join by a link, see what happens, draw.

    import asyncio
    from whiteboard.client import BoardClient, Drew

    async def main():
        async with BoardClient(LINK, name="Robot") as board:  # the whole link, as it is shown under Share
            print(len(board.document), "elements,", len(board.members), "people")
            await board.draw([(0, 0), (200, 100)], color="#e03131", width=8)
            async for event in board.events():
                if isinstance(event, Drew):
                    print(event.who.name, "drew", len(event.elements))

    asyncio.run(main())

It is the app's own connection (`whiteboard.net`) and copy of the board (`whiteboard.sync`) without a window: it comes
back by itself after every loss, and what was drawn meanwhile arrives then. Positions are board units, y downwards; one
board unit is a pixel at 100 %. With the whole link everything is encrypted and goes to the right server; a link without
its fingerprint, the part after the dot, leads to a connection without encryption, where the host allows guests. No Qt
and no numpy is needed. `whiteboard watch` and `whiteboard draw` stand on it.
"""

from .board_client import BoardClient as BoardClient
from .board_client import CannotJoin as CannotJoin
from .board_client import NotTaken as NotTaken
from .events import Arrived as Arrived
from .events import AtTheDoor as AtTheDoor
from .events import Changed as Changed
from .events import DoorSet as DoorSet
from .events import Drawing as Drawing
from .events import Drew as Drew
from .events import Erased as Erased
from .events import Event as Event
from .events import GaveUp as GaveUp
from .events import GotRole as GotRole
from .events import Joined as Joined
from .events import Knocked as Knocked
from .events import Left as Left
from .events import Lost as Lost
from .events import Missed as Missed
from .events import Moved as Moved
from .events import ReadOnly as ReadOnly
from .events import Renamed as Renamed
from .events import Turned as Turned
from .events import Typed as Typed
from .events import Who as Who
from .strokes import BadStroke as BadStroke
