"""The views of the skier in the order of their tabs. A page is made when it is first turned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.skier.page_catapult import CatapultPage
from gui.panels.skier.page_chance import ChancePage
from gui.panels.skier.page_cone import ConePage
from gui.panels.skier.page_fog import FogPage
from gui.panels.skier.page_glances import GlancesPage
from gui.panels.skier.page_lies import LiesPage
from gui.panels.skier.page_one_class import OneClassPage
from gui.panels.skier.page_ramp import RampPage
from gui.panels.skier.page_valleys import ValleysPage

if TYPE_CHECKING:
    from gui.panels.skier.page import Page

PAGES: dict[str, type[Page]] = {
    page.KEY: page
    for page in (
        FogPage,
        ConePage,
        GlancesPage,
        CatapultPage,
        RampPage,
        ChancePage,
        OneClassPage,
        ValleysPage,
        LiesPage,
    )
}
