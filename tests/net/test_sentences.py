"""What people read when something fails."""

import pytest

from whiteboard.net.sentences import SENTENCES, sentence
from whiteboard.net.trouble import HostingTrouble, Trouble
from whiteboard.protocol.refusal import Refusal


@pytest.mark.parametrize("what", [*Trouble, *HostingTrouble, *Refusal])
def test_every_trouble_has_its_own_plain_sentence(what: Trouble | HostingTrouble | Refusal) -> None:
    words = sentence(what, "192.168.1.20", 7440)
    assert words[0].isupper() or words[0].isdigit()
    assert words.endswith(":" if what is HostingTrouble.ENDED else ".")  # its own words follow
    assert "{" not in words
    assert "_" not in words
    assert [SENTENCES[other] for other in SENTENCES].count(SENTENCES[what]) == 1


def test_it_says_which_side_must_update() -> None:
    assert "this computer" in sentence(Refusal.TOO_OLD)
    assert "Ask the host to update" in sentence(Refusal.TOO_NEW)
