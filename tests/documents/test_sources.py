"""Sources: files, folders and archives, what is read of them, what is passed over, and what is refused and why."""

import bz2
import datetime
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from govner.documents.limits import LIMITS, Limits
from govner.documents.sources import Document, Failure, Found, Passed, Sources, content
from govner.errors import FormatError

TEXT = "四川省省长周砚秋出席大会。"
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
}


def found(*names: object, limits: Limits = LIMITS) -> list[Found]:
    """All that some sources give."""
    return list(Sources(list(map(str, names)), limits))


def zipped(entries: dict[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(entries: dict[str, bytes]) -> bytes:
    """A tar archive."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in entries.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def put(path: Path, data: bytes | str) -> Path:
    """A file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path / "b.txt", TEXT.encode("gb18030"))
    put(tmp_path / "a" / "2.html", f"<p>{TEXT}")
    put(tmp_path / "a" / "10", TEXT)
    put(tmp_path / ".hidden.txt", "x")
    put(tmp_path / "a" / "__MACOSX" / "x.txt", "x")
    put(tmp_path / "~$c.docx", "x")
    put(tmp_path / "photo.jpg", "x")
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.save(str(tmp_path / "c.docx"))
    assert found(tmp_path) == [
        Document(f"{tmp_path}/a/10", TEXT),
        Document(f"{tmp_path}/a/2.html", f"{TEXT}\n"),
        Document(f"{tmp_path}/b.txt", TEXT),
        Document(f"{tmp_path}/c.docx", f"{TEXT}\n"),
        Passed(f"{tmp_path}/photo.jpg"),
    ]


def test_a_file_that_is_named_is_text_where_its_suffix_says_nothing(tmp_path: Path) -> None:
    assert found(put(tmp_path / "a.report", TEXT)) == [Document(f"{tmp_path}/a.report", TEXT)]


def test_links_in_a_loop_are_followed_once(tmp_path: Path) -> None:
    put(tmp_path / "a" / "a.txt", TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    assert found(tmp_path) == [
        Document(f"{tmp_path}/a/a.txt", TEXT),
        Failure(f"{tmp_path}/gone", "No such file or directory"),
        Failure(f"{tmp_path}/self", "Too many levels of symbolic links"),
    ]


def test_what_is_no_file_is_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert found(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission_is_a_failure(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT).chmod(0)
    put(tmp_path / "b" / "b.txt", TEXT).parent.chmod(0)
    expected = [Failure(f"{tmp_path}/{name}", "Permission denied") for name in ("a.txt", "b")]
    assert found(tmp_path) == expected


def test_a_deep_folder_is_walked(tmp_path: Path) -> None:
    put(tmp_path.joinpath(*["d"] * 300, "a.txt"), TEXT)
    assert [type(one) for one in found(tmp_path)] == [Document]


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".rar", ".7z"])
def test_what_we_cannot_read_but_could_be_meant_is_a_failure(tmp_path: Path, suffix: str) -> None:
    put(tmp_path / f"a{suffix}", "x")
    (failure,) = found(tmp_path)
    assert isinstance(failure, Failure)
    assert "; " in failure.reason


def test_json_lines_are_reports(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": TEXT, "id": 7, "published": "2026-06-18"}),
        "",
        json.dumps({"text": TEXT}, ensure_ascii=False),
        '{"body": ""}',
        "[1]",
        '{"text": "", "published": "gestern"}',
        "{" * 100_000,
        '{"text": ""}',
    ]
    path = put(tmp_path / "a.jsonl", "\ufeff" + "\n".join(lines))
    read = found(path)
    assert read[:2] == [Document("7", TEXT, datetime.date(2026, 6, 18)), Document(f"{path}:3", TEXT)]
    assert [one.id for one in read[2:]] == [f"{path}:{number}" for number in range(4, 9)]
    assert [one.reason[:37] for one in read[2:] if isinstance(one, Failure)] == [
        'an object with the key "text" is expe',
        'an object with the key "text" is expe',
        "published is 'gestern'; a day like 20",
        "this is no JSON: Expecting property n",
    ]
    assert read[-1] == Document(f"{path}:8", "")


def test_a_line_that_is_too_long_does_not_end_the_others(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", f'{{"text": "{"x" * 300}"}}\n{{"text": "y"}}\n')
    first, second = found(path, limits=replace(LIMITS, document=100))
    assert isinstance(first, Failure)
    assert second == Document(f"{path}:2", "y")


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_tar_is_read_however_it_is_packed(tmp_path: Path, suffix: str) -> None:
    data = tarred({"a.txt": TEXT.encode(), "even.txt": b"x" * 1024, "b/c.txt": TEXT.encode(), "d.png": b""})
    path = put(tmp_path / f"all.tar{suffix}", PACKERS[suffix](data))
    assert found(path) == [
        Document(f"{path}/a.txt", TEXT),
        Document(f"{path}/even.txt", "x" * 1024),
        Document(f"{path}/b/c.txt", TEXT),
        Passed(f"{path}/d.png"),
    ]


@pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz"])
def test_a_single_file_is_read_however_it_is_packed(tmp_path: Path, suffix: str) -> None:
    path = put(tmp_path / f"a.jsonl{suffix}", PACKERS[suffix](b'{"text": "x"}\n{"text": "y"}\n'))
    assert found(path) == [Document(f"{path}:1", "x"), Document(f"{path}:2", "y")]


def test_archives_within_archives_are_read_some_way_down(tmp_path: Path) -> None:
    data = TEXT.encode()
    name = "a.txt"
    for depth in range(5):
        data, name = zipped({name: data}), f"{depth}.zip"
    path = put(tmp_path / name, data)
    (failure,) = found(path)
    assert failure == Failure(
        f"{path}/3.zip/2.zip/1.zip", "archives within archives are read 3 deep; unpack it yourself"
    )
    inner = zipped({"b.tar.gz": gzip.compress(tarred({"a.txt": TEXT.encode()}))})
    path = put(tmp_path / "c.zip", inner)
    assert found(path) == [Document(f"{path}/b.tar.gz/a.txt", TEXT)]


def test_a_name_that_a_chinese_system_wrote_is_read(tmp_path: Path) -> None:
    data = zipped({"abcd.txt": TEXT.encode()}).replace(b"abcd", "报告".encode("gbk"))
    path = put(tmp_path / "a.zip", data)
    assert found(path) == [Document(f"{path}/报告.txt", TEXT)]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "..\\a.txt"])
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_leads_out_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    path = put(tmp_path / ("a.zip" if pack is zipped else "a.tar"), pack({name: b"x", "b.txt": b"y"}))
    read = found(path)
    assert read[0] == Failure(f"{path}/{name}", "its name leads out of the archive; it is not read")
    assert read[1] == Document(f"{path}/b.txt", "y")
    assert list(tmp_path.iterdir()) == [path]


def test_links_and_devices_in_an_archive_are_no_files(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert found(put(tmp_path / "a.tar", stream.getvalue())) == []


ZEROS = b"\0" * 40_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped({"a.txt": ZEROS})),
        ("a.tar.gz", gzip.compress(tarred({"a.bin": ZEROS, "b.txt": b"x"}))),
        ("a.txt.gz", gzip.compress(ZEROS)),
        ("a.txt.bz2", bz2.compress(ZEROS)),
        ("a.jsonl.xz", lzma.compress(ZEROS)),
    ],
    ids=["zip", "tar", "gz", "bz2", "xz"],
)
def test_a_bomb_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    path = put(tmp_path / name, data)
    (failure,) = found(path)
    assert isinstance(failure, Failure)
    assert "the archive expands to more than 200 times its size: it may be a bomb" in failure.reason


def test_many_small_bombs_share_one_budget(tmp_path: Path) -> None:
    inner = zipped({f"{n}.txt": b"\0" * 4_000_000 for n in range(4)})
    path = put(tmp_path / "a.zip", zipped({f"{n}.zip": inner for n in range(20)}))
    read = found(path)
    assert "it may be a bomb" in str(read[-1])
    assert len(read) < 20


def test_what_is_too_large_or_too_much_is_refused(tmp_path: Path) -> None:
    small = replace(LIMITS, document=1000, archive=5000, entries=6)
    path = put(tmp_path / "a.zip", zipped({"a.txt": b"x" * 1001, "b.txt": b"y"}))
    assert found(path, limits=small)[1] == Document(f"{path}/b.txt", "y")
    assert "expanded" in str(found(path, limits=small)[0])
    path = put(tmp_path / "b.zip", zipped({f"{n}.txt": b"x" for n in range(7)}))
    assert found(path, limits=small)[-1] == Failure(str(path), "the archive has more than 6 files; split it")
    path = put(tmp_path / "c.tar", tarred({f"{n}.txt": b"x" * 900 for n in range(6)}))
    assert "the archive expands to more than 0 MB" in str(found(path, limits=small)[-1])
    path = put(tmp_path / "d.txt", b"x" * 1001)
    assert "the most that is read as one document" in str(found(path, limits=small)[0])


def test_a_header_that_asks_for_the_whole_memory_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("pax")
    info.type, info.size = tarfile.XHDTYPE, 1 << 40
    path = put(tmp_path / "a.tar", info.tobuf(tarfile.GNU_FORMAT) + b"\0" * 10240)
    (failure,) = found(path)
    assert "asks for more at once than a document may have" in str(failure)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.tar.bz2", "a.txt.gz", "a.docx", "a.pdf"])
@pytest.mark.parametrize("data", [b"", b"x", b"PK\x05\x06" + b"\xff" * 18, b"\x1f\x8b\x08", b"BZh9", b"\0" * 600])
def test_damaged_archives_are_failures_or_empty(tmp_path: Path, name: str, data: bytes) -> None:
    path = put(tmp_path / name, data)
    assert all(isinstance(one, Failure) or one == Document(str(path), "") for one in found(path))


@pytest.mark.parametrize("pack", [zipped, tarred, lambda entries: gzip.compress(tarred(entries))])
def test_torn_archives_give_what_they_have(tmp_path: Path, pack: Callable[[dict[str, bytes]], bytes]) -> None:
    name = "a.zip" if pack is zipped else "a.tar" if pack is tarred else "a.tar.gz"
    data = pack({f"{n}.txt": f"{TEXT}{n}".encode() * 20 for n in range(4)})
    whole = found(put(tmp_path / name, data))
    for end in range(0, len(data), 41):
        read = found(put(tmp_path / name, data[:end]))
        assert [one for one in read if isinstance(one, Document)] == whole[: sum(isinstance(o, Document) for o in read)]


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"x", "b.txt": b"y"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = put(tmp_path / "a.zip", bytes(data))
    assert found(path)[0] == Failure(f"{path}/a.txt", "it is encrypted; unpack the archive yourself")


def test_a_damaged_entry_does_not_end_the_others(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", b"plain")
        archive.writestr("b.txt", b"y")
    path = put(tmp_path / "a.zip", stream.getvalue().replace(b"plain", b"pl*in"))
    assert [type(one) for one in found(path)] == [Failure, Document]
    assert zlib.crc32(b"plain") != zlib.crc32(b"pl*in")


def test_the_position_ends_at_the_size(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "b.zip", zipped({"a.txt": TEXT.encode()}))
    put(tmp_path / "c.jpg", "x" * 99)
    sources = Sources([str(tmp_path)])
    positions = [sources.position for _ in sources]
    assert positions == sorted(positions)
    assert sources.position == sources.size == sum(path.stat().st_size for path in tmp_path.iterdir())


def test_one_document_is_read_by_its_suffix(tmp_path: Path) -> None:
    assert content(str(put(tmp_path / "a.html", f"<p>{TEXT}"))) == f"{TEXT}\n"
    with pytest.raises(FormatError, match="old Word document"):
        content(str(put(tmp_path / "a.doc", "x")))
