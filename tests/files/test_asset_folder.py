"""Pictures are kept once, whole or not at all, and only if they are what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.protocol.test_pictures import drawn
from whiteboard.files.asset_folder import AssetFolder
from whiteboard.model.content import AssetId
from whiteboard.protocol.pictures import BadPicture, asset_id


def test_a_picture_is_kept_once_and_read_again(tmp_path: Path) -> None:
    folder = AssetFolder(tmp_path / "pictures")
    id = folder.keep(drawn("png"))
    assert folder.keep(drawn("png")) == id == asset_id(drawn("png"))
    assert folder.read(id) == drawn("png")
    assert [path.name for path in (tmp_path / "pictures").iterdir()] == [id]


def test_what_is_no_picture_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = AssetFolder(tmp_path / "pictures")
    with pytest.raises(BadPicture):
        folder.keep(b"#!/bin/sh")
    with pytest.raises(BadPicture):
        folder.keep_as(AssetId("0" * 64), drawn("png"))
    assert not (tmp_path / "pictures").exists()


def test_a_damaged_file_counts_as_absent_and_is_replaced(tmp_path: Path) -> None:
    folder = AssetFolder(tmp_path)
    id = folder.keep(drawn("png"))
    folder.path(id).write_bytes(b"half")
    assert folder.read(id) is None
    folder.keep(drawn("png"))
    assert folder.read(id) == drawn("png")


@pytest.mark.parametrize("name", ["", "../boards.sqlite", "A" * 64, "0" * 63])
def test_a_name_that_is_no_hash_leads_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError):
        AssetFolder(tmp_path).path(AssetId(name))
