"""Files that are written whole or not at all: the old one stays until the new one is complete.

The bytes go to a file without a name in the target's folder (on systems that know none: to one with a name of its
own) and take the target's place at the end. A full disk, a folder that vanished or a program that was killed leaves
what was there before. Whatever goes wrong is one sentence: which file, why, and what to do.
"""

from pathlib import Path

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile

from sim.errors import ConfigError, listing
from sim.phrases import Own, phrase

_ADVICE = {
    QFileDevice.FileError.ResourceError: "Free some space, or choose another folder.",
    QFileDevice.FileError.WriteError: "Free some space, or choose another folder.",
    QFileDevice.FileError.PermissionsError: "Choose a folder you may write to.",
}
_ELSEWHERE = "Choose another folder."


class ExportError(ConfigError):
    """Something could not be written. The text is one sentence for the person who asked for it."""


class WholeFile:
    """Takes bytes and puts them in place of `path` at the end. Raises ExportError."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._file = QSaveFile(str(self.path))
        if self.path.is_dir():
            raise ExportError(
                phrase(
                    "{name} is a folder in {parent}. Choose another name.",
                    name=Own(self.path.name),
                    parent=Own(self.path.parent),
                )
            )
        if not self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            raise self._refusal()

    def write(self, data: bytes) -> None:
        """Add bytes. After a failure nothing is left to clean up."""
        rest = memoryview(data)
        while rest:
            taken = self._file.write(bytes(rest))  # a disk that fills up takes a part first
            if taken <= 0:
                refusal = self._refusal()
                self.abandon()
                raise refusal
            rest = rest[taken:]

    def commit(self) -> None:
        """The file is complete: it takes the target's place."""
        if not self._file.commit():
            raise self._refusal()

    def abandon(self) -> None:
        """Leave the old file as it was, and nothing else."""
        if self._file.isOpen():
            self._file.cancelWriting()
            self._file.commit()

    def _refusal(self) -> ExportError:
        folder = self.path.parent
        if not folder.is_dir():
            reason, advice = phrase("the folder {folder} does not exist", folder=Own(folder)), _ELSEWHERE
        else:
            said = self._file.errorString().rstrip(".")
            reason = phrase("{folder}: {said}", folder=Own(folder), said=Own(said[:1].lower() + said[1:]))
            advice = _ADVICE.get(self._file.error(), _ELSEWHERE)
        return ExportError(
            phrase(
                "{name} could not be saved ({reason}). {advice}", name=Own(self.path.name), reason=reason, advice=advice
            )
        )


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, whole or not at all. Raises ExportError."""
    file = WholeFile(path)
    file.write(data)
    file.commit()


def kind_of(path: Path, kinds: tuple[str, ...]) -> str:
    """The kind that the name of a file asks for, one of `kinds` ("png"). Raises ExportError."""
    kind = Path(path).suffix.lower().removeprefix(".")
    if kind in kinds:
        return kind
    known = listing(f".{name}" for name in kinds)
    given = phrase("ends in .{kind}", kind=kind) if kind else "has no ending"
    raise ExportError(
        phrase(
            "{name} {given}, which cannot be written here. Use {known}.",
            name=Own(Path(path).name),
            given=given,
            known=known,
        )
    )
