"""What the search of actions finds of the race: every surface, what can be laid over the pictures, the ways
out for pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from gui.panels.race.header import SWAP_HELP
from gui.panels.race.overlays import OVERLAYS, Overlay, is_on
from sim.phrases import lowered, phrase

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel


def offers(panel: RacePanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    menu, surface = panel.stage.header.export, panel.controls.surface
    return (
        Offer("Swap the pictures", SWAP_HELP, "full", panel.stage.swap),
        Offer("Copy picture", "The large picture, on the clipboard", "copy", menu.copy_asked.emit),
        Offer("Save picture", "The large picture as PNG or SVG", "export", menu.picture_asked.emit),
        Offer("Save paths", "Every step of every racer as a table (CSV)", "export", menu.paths_asked.emit),
        Offer("Save race as GIF", "The race as a moving picture", "export", menu.gif_asked.emit),
        *(overlay_offer(panel, overlay) for overlay in OVERLAYS),
        *(
            Offer(title, "Race on this surface", "race", partial(panel.controls.changed.emit, "surface", key))
            for key, title in surface.parameter.options
        ),
    )


def overlay_offer(panel: RacePanel, overlay: Overlay) -> Offer:
    """Switch one of them on, or off."""
    on = is_on(overlay, panel.config)
    return Offer(
        phrase("Hide {name}" if on else "Show {name}", name=lowered(overlay.label)),
        overlay.words(),
        "eye-off" if on else "eye",
        partial(panel.stage.header.switched.emit, overlay.key, not on),
    )
