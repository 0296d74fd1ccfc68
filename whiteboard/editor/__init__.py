"""The conductor: pointer event, tool, replica, on_change. No Qt and no await.

The single door to a board: what my hand does and what the server says both come in here, and both leave as `News`.
"""

from whiteboard.tools.tool import Index as Index

from .chores import Chore as Chore
from .editor import Editor as Editor
from .news import News as News
