import io
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from sim.lesson_images import size_of, wrong_image
from sim.lesson_packs import MOST_FILES, foul, open_pack
from sim.lesson_shelf import Shelf, read_shelf
from tests.sim.lessons_for_tests import lesson, step

GOOD = lesson().encode()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


JPEG = b"\xff\xd8\xff\xe0\x00\x04AB\xff\xc0\x00\x0b\x08\x00\x07\x00\x09\x01\x01\x11\x00"
GIF = b"GIF89a\x09\x00\x07\x00\x00\x00\x00"
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x08\x00\x00\x06\x00\x00"
LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + struct.pack("<I", 8 | 6 << 14)


def zipped(tmp_path: Path, *entries: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in entries:
            file.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return path


def said(path: Path) -> str:
    return "\n".join(map(str, open_pack(path).mistakes))


def test_a_zip_and_a_folder_hold_the_same_lessons(tmp_path: Path) -> None:
    text = lesson(step(text="![p](pictures/a.png)")).encode()
    folder = tmp_path / "mine"
    (folder / "pictures").mkdir(parents=True)
    (folder / "first.md").write_bytes(text)
    (folder / "second.md").write_bytes(GOOD)
    (folder / "pictures" / "a.png").write_bytes(png(3, 2))
    path = zipped(tmp_path, ("first.md", text), ("second.md", GOOD), ("pictures/a.png", png(3, 2)))
    packs = [open_pack(folder), open_pack(path)]
    assert [pack.mistakes for pack in packs] == [(), ()]
    assert packs[0].lessons == packs[1].lessons
    assert [found.key for found in packs[0].lessons] == ["first", "second"]
    assert [set(pack.files) for pack in packs] == [{"pictures/a.png"}] * 2


def test_a_broken_lesson_is_listed_and_the_rest_works(tmp_path: Path) -> None:
    pack = open_pack(zipped(tmp_path, ("good.md", GOOD), ("bad.md", b"nothing"), ("notes.docx", b"x")))
    assert [found.key for found in pack.lessons] == ["good"]
    assert {mistake.file for mistake in pack.mistakes} == {"bad.md", "notes.docx"}


FOUL_NAMES = [
    "../evil.md", "a/../../evil.md", "/etc/evil.md", "C:/evil.md", "a\\evil.md", "a//b.md", "./a.md", "con.md", "AUX",
    "lpt1.png", "a.md ", "a.", "x" * 300 + ".md", "a/b/c/d/e/f.md", "more.zip", "a:stream.md",
]  # fmt: skip


@pytest.mark.parametrize("name", FOUL_NAMES)
def test_a_foul_name_closes_the_whole_zip(tmp_path: Path, name: str) -> None:
    pack = open_pack(zipped(tmp_path, ("good.md", GOOD), (name, GOOD)))
    assert pack.lessons == ()
    assert pack.mistakes
    assert [path.name for path in tmp_path.iterdir()] == ["pack.zip"]


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(link, "/etc/passwd")
    assert "is a link" in said(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.md", "a.md"), ("a.md", "A.md"), ("\u00e9.md", "e\u0301.md")])
def test_a_name_that_stands_twice_is_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    assert "more than once" in said(zipped(tmp_path, *((name, GOOD) for name in names)))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    assert "unpacks to much more" in said(zipped(tmp_path, ("a.md", b"\0" * 4_000_000)))


def test_too_many_files_and_too_large_a_whole_are_refused(tmp_path: Path) -> None:
    many = [zipfile.ZipInfo(f"{number}.md") for number in range(MOST_FILES + 1)]
    assert "up to 500 files" in str(foul("a", many)[0])
    for entry in many[:20]:
        entry.file_size = entry.compress_size = 4_000_000
    assert "up to 50 MB" in str(foul("a", many[:20])[0])


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("a.md")
    entry.flag_bits |= 1
    assert "encrypted" in str(foul("a", [entry])[0])


def test_a_lie_about_a_size_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("good.md", GOOD), method=zipfile.ZIP_STORED)
    data = path.read_bytes()
    size = struct.pack("<I", len(GOOD))
    table = data.rindex(b"PK\x01\x02")
    path.write_bytes(data[:table] + data[table:].replace(size, b"\x10\0\0\0"))
    assert open_pack(path).lessons == ()
    assert "damaged" in said(path)


def test_every_length_of_a_zip_is_opened_without_an_exception(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.md", GOOD), ("b.png", png(2, 2)))
    whole = path.read_bytes()
    for end in range(0, len(whole), 7):
        path.write_bytes(whole[:end])
        assert open_pack(path).mistakes
    for place in range(0, len(whole), 5):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        open_pack(path)


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_bytes(GOOD)
    folder = tmp_path / "mine"
    folder.mkdir()
    try:
        (folder / "a.md").symlink_to(tmp_path / "secret.md")
        (folder / "beyond").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    pack = open_pack(folder)
    assert pack.lessons == ()
    assert "links are not followed" in "\n".join(map(str, pack.mistakes))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert "no plain file" in said(tmp_path)


def test_lessons_of_one_name_are_named(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.md").write_bytes(GOOD)
    assert said(tmp_path).count("There are 2 lessons named 'same'") == 2


GERMAN = lesson(step(text="Zieh die Linie."))


@pytest.mark.parametrize("folder", ["", "mine/"])
def test_a_lesson_in_the_folder_of_another_language_is_its_translation(tmp_path: Path, folder: str) -> None:
    pack = open_pack(zipped(tmp_path, (f"{folder}first.md", GOOD), (f"{folder}de/first.md", GERMAN.encode())))
    assert pack.mistakes == ()
    assert [Shelf().with_pack(pack, code).rows[0].lesson.text == GERMAN for code in ("", "de", "fr")] == [0, 1, 0]
    assert Shelf().with_pack(pack, "de").keys == ("first",)


def test_a_missing_translation_is_listed_with_its_file_and_the_lesson_stays_as_it_is(tmp_path: Path) -> None:
    pack = open_pack(zipped(tmp_path, ("first.md", GOOD), ("second.md", GOOD), ("de/first.md", GERMAN.encode())))
    assert [(mistake.file, mistake.line) for mistake in pack.mistakes] == [("second.md", 1)]
    assert "de/second.md" in pack.mistakes[0].sentence
    assert Shelf().with_pack(pack, "de").keys == ("first", "second")


def test_a_broken_translation_is_listed_and_the_lesson_stays_as_it_is(tmp_path: Path) -> None:
    pack = open_pack(zipped(tmp_path, ("first.md", GOOD), ("de/first.md", b"+++")))
    assert [mistake.file for mistake in pack.mistakes] == ["de/first.md"]
    assert [row.lesson.text for row in Shelf().with_pack(pack, "de").rows] == [GOOD.decode()]


def test_our_own_lessons_are_read_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "first.md").write_bytes(GOOD)
    (tmp_path / "second.md").write_bytes(GOOD)
    (tmp_path / "de" / "first.md").write_text(GERMAN)
    shelf = read_shelf(tmp_path, "de")
    assert [row.lesson.text == GERMAN for row in shelf.rows] == [True, False]
    assert [row.lesson.text == GERMAN for row in read_shelf(tmp_path).rows] == [False, False]


def test_every_lesson_of_one_name_has_a_key_of_its_own(tmp_path: Path) -> None:
    pack = open_pack(zipped(tmp_path, *((f"part{number}/same.md", GOOD) for number in range(4))))
    keys = Shelf().with_pack(pack).keys
    assert len(set(keys)) == len(keys) == 4


def test_a_picture_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(lesson(step(text="![p](b.png)")), encoding="utf-8")
    assert "'b.png' is not in the pack" in said(tmp_path)


def test_a_picture_that_is_too_large_is_listed_and_not_shown(tmp_path: Path) -> None:
    pack = open_pack(zipped(tmp_path, ("a.md", GOOD), ("b.png", png(30_000, 30_000))))
    assert pack.files == {}
    assert [mistake.file for mistake in pack.mistakes] == ["b.png"]
    assert len(pack.lessons) == 1


@pytest.mark.parametrize(
    ("data", "name"),
    [(png(9, 7), "a.png"), (JPEG, "a.jpg"), (JPEG, "a.JPEG"), (GIF, "a.gif"), (WEBP, "a.webp"), (LOSSLESS, "b.webp")],
)
def test_sizes_are_read_from_the_head(data: bytes, name: str) -> None:
    assert size_of(data)[1:] == (9, 7)
    assert wrong_image(data, name) == ""


@pytest.mark.parametrize(
    "data", [b"", b"<svg/>", png(9, 7)[:20], JPEG[:12], GIF[:7], WEBP[:20], b"\xff\xd8\xff" + b"\xff" * 99]
)
def test_half_a_head_is_no_picture(data: bytes) -> None:
    assert "no picture" in wrong_image(data, "a.png")


def test_a_picture_under_a_false_name_is_refused() -> None:
    assert "GIF" in wrong_image(GIF, "a.png")
    assert "no size" in wrong_image(png(0, 7), "a.png")
    assert "million" in wrong_image(png(5000, 5000), "a.png")
    assert "MB" in wrong_image(b"\x89PNG" + b"\0" * 5_000_001, "a.png")


def test_a_file_that_is_no_pack_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK nonsense")
    assert "damaged" in said(tmp_path / "a.zip")
    assert "cannot be opened" in said(tmp_path / "none.zip")
    (tmp_path / "empty").mkdir()
    assert "no lesson" in said(tmp_path / "empty")
    assert "no lesson" in said(zipped(tmp_path))
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "pack.zip").read_bytes()))
