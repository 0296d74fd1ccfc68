"""The server's certificate: made once, kept from others' eyes, and missed in words."""

from __future__ import annotations

import asyncio
import os
import platform
import ssl
from pathlib import Path

import pytest

from server.certificate import FILE_NAME, BadCertificate, kept_in
from tests.doubles.server_process import server_process
from whiteboard.protocol.fingerprint import fingerprint_of, is_fingerprint


def test_it_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    first = kept_in(folder)
    path = folder / FILE_NAME
    assert is_fingerprint(first.fingerprint)
    assert os.name != "posix" or path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]
    assert kept_in(folder).fingerprint == first.fingerprint
    assert kept_in(tmp_path / "other").fingerprint != first.fingerprint


@pytest.mark.skipif(os.name != "posix", reason="rights are kept otherwise there")
def test_one_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    kept_in(tmp_path)
    path = tmp_path / FILE_NAME
    path.chmod(0o644)
    kept_in(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_offers_tls_1_3_alone_and_names_nobody(tmp_path: Path) -> None:
    certificate = kept_in(tmp_path)
    assert certificate.context.minimum_version is ssl.TLSVersion.TLSv1_3
    pem = (tmp_path / FILE_NAME).read_text()
    der = ssl.PEM_cert_to_DER_cert(pem[pem.index("-----BEGIN CERTIFICATE") :])
    assert fingerprint_of(der) == certificate.fingerprint
    assert platform.node().encode() not in der
    assert b"99991231235959Z" in der, "it has no end"
    assert b"000101000000Z" in der, "and began before any clock that is wrong"


@pytest.mark.parametrize("harm", ["", "nonsense", "half", "no key", "\xff\xfe"])
def test_a_damaged_one_is_not_replaced_in_silence(tmp_path: Path, harm: str) -> None:
    kept_in(tmp_path)
    path = tmp_path / FILE_NAME
    whole = path.read_text()
    if harm == "half":
        harm = whole[: len(whole) // 2]
    elif harm == "no key":
        harm = whole[whole.index("-----BEGIN CERTIFICATE") :]
    path.write_bytes(harm.encode("latin-1"))
    with pytest.raises(BadCertificate, match=r"damaged.*backup.*new"):
        kept_in(tmp_path)
    assert path.read_bytes() == harm.encode("latin-1")


def test_one_that_cannot_be_read_is_told_with_the_systems_reason(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(BadCertificate, match=r"certificate\.pem cannot be used: "):
        kept_in(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(BadCertificate, match="cannot be used"):
        kept_in(tmp_path / "file")


async def test_the_server_says_so_and_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("nonsense")
    async with server_process("--data", str(tmp_path)) as server:
        assert await server.ended() == 2
    (line,) = server.lines
    assert line.startswith(f"whiteboard-server: {tmp_path / FILE_NAME} is damaged.")


async def test_the_link_stays_the_same_over_a_restart(tmp_path: Path) -> None:
    fingerprints = set()
    for _ in range(2):
        async with server_process("--data", str(tmp_path), guests=False) as server:
            await server.ready()
            fingerprints.add(server.link.fingerprint)
    assert fingerprints == {kept_in(tmp_path).fingerprint}


async def test_without_tls_there_is_no_certificate_and_no_fingerprint(tmp_path: Path) -> None:
    async with server_process("--data", str(tmp_path), "--no-tls", guests=False) as server:
        await server.ready()
        assert server.link.fingerprint == ""
        reader, writer = await asyncio.open_connection("127.0.0.1", server.link.port)
        writer.write(b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert b"200" in await reader.readline()
        writer.close()
    assert not (tmp_path / FILE_NAME).exists()
