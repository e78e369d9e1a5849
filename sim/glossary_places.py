"""Where a term of the glossary can be seen at work, and which term explains a control.

A parameter belongs to the term that its label, its key or the last part of its key is a name of; a choice also shows
the terms that its options are called like. Nothing is written down twice: the names stand in the glossary, the labels
at the parameters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from sim.declared import Declared
from sim.glossary import Glossary, Term
from sim.lesson_controls import meant
from sim.lesson_parts import Lesson, Step
from sim.params import Choice, Parameter
from sim.prose import links_of, read_prose
from sim.simulations import SIMULATIONS

GLOSSARY = "glossary:"
BOTH = ("dataset", "n", "noise", "gap", "label_noise", "data_seed", "seed", "mode")
UNIT = ("rate_factor", "order", "start_weights", "perceptron", "delta", "sigmoid")
"""Settings of the playground that both modes have, and those of the mode with one unit; the rest is of networks."""
NO_TERMS = ("stop", "order")
"""Choices whose options are called like terms but show another thing."""
NO_TERM = (("dataset", "step"), ("data", "step"), ("gate_activation", "step"))


@dataclass(frozen=True)
class Place:
    """A control that shows a term. panel: its simulation; option: what to set it to, or ""."""

    panel: str
    parameter: Parameter
    option: str = ""

    @property
    def link(self) -> str:
        """The way there, as in `sim.lesson_links`."""
        owner = self.parameter.key.partition(".")[0]
        settings = []
        if self.panel == "playground" and owner not in BOTH:
            settings.append(f"mode={'unit' if owner in UNIT else 'network'}")
        if self.option:
            settings.append(f"{quote(self.parameter.key)}={quote(self.option)}")
        return f"panel:{self.panel}" + ("?" + "&".join(settings) if settings else "")


def term_of(glossary: Glossary, parameter: Declared) -> Term | None:
    """The term that explains a parameter."""
    names = (parameter.label, parameter.key, parameter.base, f"{parameter.key.partition('.')[0]}")
    return next((term for name in names if (term := glossary.find(name)) is not None), None)


def term_of_words(glossary: Glossary, words: Iterable[str]) -> Term | None:
    """The term that one of these names, titles or captions belongs to: whole ones first, then their beginnings."""
    for name in words:
        parts = name.replace("\u00a0", " ").split("  ")[0].split()
        for count in range(len(parts), 0, -1):
            term = glossary.find(" ".join(parts[:count]).strip(".,:;()"))
            if term is not None:
                return term
    return None


def places_of(glossary: Glossary, term: Term) -> tuple[Place, ...]:
    """Where the term can be seen, one place in each panel: an option that is called like it, else a control."""
    first: dict[str, Place] = {}
    for place in (*_options(glossary, term), *_controls(glossary, term)):
        first.setdefault(place.panel, place)
    return tuple(first.values())


def _controls(glossary: Glossary, term: Term) -> Iterator[Place]:
    for panel, simulation in SIMULATIONS.items():
        for parameter in simulation.parameters:
            if term_of(glossary, parameter) == term:
                yield Place(panel, parameter)


def _options(glossary: Glossary, term: Term) -> Iterator[Place]:
    for panel, simulation in SIMULATIONS.items():
        for parameter in simulation.parameters:
            if isinstance(parameter, Choice) and parameter.key not in NO_TERMS:
                for option, label in parameter.options:
                    found = glossary.find(f"{label} {parameter.base}") or glossary.find(label)
                    if found == term and (parameter.key, option) not in NO_TERM:
                        yield Place(panel, parameter, option)


def shows(glossary: Glossary, lesson: Lesson, term: Term) -> bool:
    """Whether a lesson speaks of the term: links to it, or lets the learner use its control."""
    return any(term.key in terms_of(glossary, step) for step in lesson.steps)


def terms_of(glossary: Glossary, step: Step) -> frozenset[str]:
    """The keys of the terms that a step links to or cues."""
    targets = links_of(read_prose("\n\n".join((step.text, step.after, step.why))).blocks)
    linked = {link.removeprefix(GLOSSARY) for link in targets if link.startswith(GLOSSARY)}
    if step.panel not in SIMULATIONS:
        return frozenset(linked)
    parameters = SIMULATIONS[step.panel].parameters
    named = [parameters[key] for name in step.cue for key in meant(step.panel, name) if key in parameters]
    return frozenset(linked | {term.key for parameter in named if (term := term_of(glossary, parameter)) is not None})
