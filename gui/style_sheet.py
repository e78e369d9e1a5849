"""Style-sheet rules for what Qt paints itself and a palette cannot say: menus and scroll bars (`gui.widgets.dressed`).

Everything else paints itself from roles.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.theme import Theme

TOOLTIP = "QToolTip { border: 0px; padding: 0px 6px; }"
"""Qt adds the first padding to all four sides once more. Colours and font: `gui.theme`."""
_MENU = """
QMenu {{ color: {ink}; background: {panel}; border: 1px solid {line}; padding: {unit}px; font-size: {body}px; }}
QMenu::item {{ padding: {pad}px {pad2}px; border-radius: {radius}px; }}
QMenu::item:selected {{ color: {you}; background: {you_soft}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {unit}px {pad}px; }}
"""
_BAR = """
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0px; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0px; }}
QScrollBar::handle {{ background: {rule}; border-radius: {radius}px; margin: {gap}px; }}
QScrollBar::handle:vertical {{ min-height: {grip}px; }}
QScrollBar::handle:horizontal {{ min-width: {grip}px; }}
QScrollBar::handle:hover {{ background: {soft}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def menu_sheet(theme: "Theme") -> str:
    """A menu in the colours and sizes of the theme."""
    roles = ("panel", "ink", "line", "you", "you_soft", "faint")
    return _MENU.format(
        **{role: theme.color(role).name() for role in roles},
        body=theme.type_size("body"),
        unit=theme.size("unit"),
        pad=round(theme.px(6)),
        pad2=round(theme.px(12)),
        radius=theme.size("radius_cell"),
    )


def bar_sheet(theme: "Theme") -> str:
    """A scroll bar: a thin handle and nothing else."""
    gap = max(1, round(theme.px(3)))
    radius = max(1, round(theme.px(2)))
    return _BAR.format(
        rule=theme.color("rule").name(),
        soft=theme.color("soft").name(),
        bar=2 * (gap + radius),
        radius=radius,
        gap=gap,
        grip=theme.target,
    )
