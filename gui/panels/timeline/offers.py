"""What the search of actions finds of the timeline: every event, the families of lanes, what can be shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui.panels.base import Offer
from gui.panels.timeline.showing import events
from sim.phrases import phrase
from sim.simulations.timeline import lane_key
from sim.timeline import LANES

if TYPE_CHECKING:
    from gui.panels.timeline.panel import TimelinePanel


def offers(panel: TimelinePanel) -> tuple[Offer, ...]:
    """In the order in which they are listed."""
    config = panel.config
    return (
        Offer("Show all years", "The whole of the timeline", "full", panel.stage.view.show_all),
        Offer("Find an event", "By name, word or year", "search", panel.stage.head.search.setFocus),
        _switch(panel, "seasons", "Hide the winters" if config["seasons"] else "Show the winters"),
        _switch(panel, "compute", "Hide the machines" if config["compute"] else "Show the machines"),
        _switch(panel, "claims", "Leave the claims" if config["claims"] else "Sort six claims"),
        _switch(panel, "order", "Leave the order" if config["order"] else "Put six systems in order"),
        *(_lane(panel, lane.key, lane.title, lane.about) for lane in LANES.values()),
        *(
            Offer(
                phrase("Go to {event}", event=event.label),
                phrase("{when}: {title}", when=event.when_words, title=event.title),
                "time",
                partial(panel.open_event, event.id),
            )
            for event in events().events
        ),
    )


def _switch(panel: TimelinePanel, key: str, words: str) -> Offer:
    icon = "eye-off" if panel.config[key] else "eye"
    return Offer(words, panel.config.parameters[key].help, icon, partial(panel.change, {key: not panel.config[key]}))


def _lane(panel: TimelinePanel, key: str, title: str, about: str) -> Offer:
    on = bool(panel.config[lane_key(key)])
    words = phrase("Hide lane: {lane}", lane=title) if on else phrase("Show lane: {lane}", lane=title)
    return Offer(words, about, "eye-off" if on else "eye", partial(panel.change, {lane_key(key): not on}))
