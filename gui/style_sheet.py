"""The few style-sheet rules for what Qt paints itself: tooltips, menus, scroll bars, message boxes.

Everything else paints itself from roles. The sheet is small on purpose: a sheet that matches every widget slows each of
them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.theme import Theme

_SHEET = """
QToolTip {{ color: {panel}; background: {ink}; border: 0px; padding: 0px {tip}px;
    font-family: "{family}"; font-size: {small}px; }}
QMenu {{ color: {ink}; background: {panel}; border: 1px solid {line}; padding: {unit}px; font-size: {body}px; }}
QMenu::item {{ padding: {pad}px {pad2}px; border-radius: {radius}px; }}
QMenu::item:selected {{ color: {you}; background: {you_soft}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {unit}px {pad}px; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0px; }}
QScrollBar::handle {{ background: {rule}; border-radius: {bar_radius}px; margin: {bar_gap}px; }}
QScrollBar::handle:vertical {{ min-height: {grip}px; }}
QScrollBar::handle:horizontal {{ min-width: {grip}px; }}
QScrollBar::handle:hover {{ background: {soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: "Theme") -> str:
    """The sheet of `theme`, colours and sizes filled in."""
    roles = ("panel", "ink", "line", "you", "you_soft", "faint", "rule", "soft")
    colors = {role: theme.color(role).name() for role in roles}
    gap = max(1, round(theme.px(3)))
    radius = max(1, round(theme.px(2)))
    return _SHEET.format(
        **colors,
        family=theme.font("small").family(),
        small=theme.type_size("small"),
        body=theme.type_size("body"),
        unit=theme.size("unit"),
        tip=round(theme.px(6)),  # Qt adds it to all four sides once more
        pad=round(theme.px(6)),
        pad2=round(theme.px(12)),
        radius=theme.size("radius_cell"),
        bar=2 * (gap + radius),
        bar_radius=radius,
        bar_gap=gap,
        grip=theme.target,
    )
