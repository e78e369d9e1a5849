"""The picture of a computational graph: where it stands, what it paints. `graph_view` adds pointer and keys.

Nodes and edges are painted into a pixmap when they change or move; what is pointed at lies over it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.graph_view_foot import LOW, foot_height, paint_foot
from gui.widgets.graph_view_layout import GraphPlan, plan_graph
from gui.widgets.graph_view_paint import paint_bead, paint_edges, paint_frame, paint_heading, paint_hot, paint_node
from gui.widgets.matrix_layout import Lane
from gui.widgets.matrix_paint import paint_lane
from gui.widgets.paper import sharpness
from gui.widgets.shapes import CENTRE, begin, text, wrapped
from gui.widgets.words import tell
from sim.backprop_graph_sums import short
from sim.graph_content import ACTING, GraphContent, Node
from sim.phrases import joined, phrase

NAME = "Computational graph"
ABOUT = "Arrow keys walk from node to node, Enter keeps its sums below the picture, Escape lets them go."
HELP = "Point at a node: its sums stand below. Drag or turn the wheel where the graph is larger than its place."
HEAD, HEADINGS, BACK = 26.0, 28.0, 24.0
NOBODY = -1


class GraphCanvas(QWidget):
    """What is drawn and where; the hands are those of `GraphView`."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = GraphContent()
        self._plan: GraphPlan | None = None
        self._still = QPixmap()
        self._planned = QSize()
        self._offset = QPointF()
        self._hot = self._chosen = NOBODY
        self._pinned = ""
        self._corner = 0.0
        self._travel = Eased(self, 1.0)
        self._travel.valueChanged.connect(self._forget_picture)
        self._mark = FocusMark(themes, self, self._ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        tell(self, NAME, HELP)
        themes.changed.connect(self._replan)

    # What is shown ----------------------------------------------------------------------------------------------------

    @property
    def content(self) -> GraphContent:
        """What is shown."""
        return self._content

    def show_graph(self, content: GraphContent) -> None:
        """Show a graph; where a step has fired, its edges travel."""
        if content == self._content:
            return
        before, self._content = self._content, content
        keys = [node.key for node in content.nodes]
        if keys != [node.key for node in before.nodes]:
            self._hot = self._chosen = NOBODY
            self._offset = QPointF()
        if self._pinned not in keys:
            self._pinned = ""
        self._replan()
        if ways(content) != ways(before):
            self._travel.stop()
            self._travel.go(0.0, 0)
            self._travel.go(1.0, self._themes.current.motion("step"), self._themes.current.easing("easing_move"))
            self._reveal([index for index, node in enumerate(content.nodes) if node.state == ACTING])
        self._tell()

    def set_corner(self, width: float) -> None:
        """Leave so much room at the right of the first line: something of the owner stands there."""
        if width != self._corner:
            self._corner = width
            self.update()

    @property
    def told(self) -> int:
        """The node whose sums stand below: pointed at, pinned, or walked to; NOBODY for none."""
        if self._hot != NOBODY:
            return self._hot
        pinned = self.index_of(self._pinned)
        return pinned if pinned != NOBODY else self._chosen if self.hasFocus() else NOBODY

    def index_of(self, key: str) -> int:
        """The place of a node in the content, NOBODY where there is none of that key."""
        return next((index for index, node in enumerate(self._content.nodes) if node.key == key), NOBODY)

    def node_box(self, key: str) -> QRectF:
        """Where a node stands in the widget."""
        return self.plan().boxes[self.index_of(key)].translated(self._origin())

    def node_at(self, at: QPointF) -> int:
        """The node at a place. Small ones are hit as if they were as high as a finger needs."""
        plan, place, reach = self.plan(), at - self._origin(), self._themes.current.target
        if not self._picture().contains(at):
            return NOBODY
        near = [index for index in plan.boxes if _grown(self._face(index), reach).contains(place)]
        return min(near, key=lambda index: _off(self._face(index), place), default=NOBODY)

    def plan(self) -> GraphPlan:
        """Where everything stands now, before it is moved."""
        if self._plan is None:
            size = self._picture().size()
            self._plan = plan_graph(self._themes.current, self._content, QSizeF(size))
            self._move_to(self._offset)
        return self._plan

    def sizeHint(self) -> QSize:
        """Room for a small network."""
        return QSize(round(self._themes.current.px(760)), round(self._themes.current.px(480)))

    def minimumSizeHint(self) -> QSize:
        """It moves where it is small."""
        return QSize(round(self._themes.current.px(260)), round(self._themes.current.px(180)))

    # Places -----------------------------------------------------------------------------------------------------------

    def _picture(self) -> QRectF:
        """What lies between the line of the way forward, with the names of the columns, and that of the way back."""
        theme = self._themes.current
        top = theme.px(HEADINGS + (0.0 if self._is_low() else HEAD))
        foot = foot_height(theme, self.height()) + (0.0 if self._is_low() else theme.px(BACK))
        return QRectF(0.0, top, float(self.width()), max(1.0, self.height() - top - foot))

    def _is_low(self) -> bool:
        """Too low for the lines of both ways."""
        return self.height() < self._themes.current.px(LOW)

    def _origin(self) -> QPointF:
        return self._picture().topLeft() - self._offset

    def _move_to(self, offset: QPointF) -> None:
        """Move the picture, no farther than there is something to see."""
        plan, picture = self._plan, self._picture()
        if plan is None:
            return
        most = plan.whole.width() - picture.width(), plan.whole.height() - picture.height()
        new = QPointF(min(max(offset.x(), 0.0), max(0.0, most[0])), min(max(offset.y(), 0.0), max(0.0, most[1])))
        if new != self._offset:
            self._offset = new
            self._mark.refresh()
            self._forget_picture()

    @property
    def moves(self) -> bool:
        """Is the graph larger than its place?"""
        whole, picture = self.plan().whole, self._picture()
        return whole.width() > picture.width() + 0.5 or whole.height() > picture.height() + 0.5

    def _reveal(self, indices: list[int]) -> None:
        """Move as little as shows these nodes; of too many the first ones."""
        plan, picture, margin = self.plan(), self._picture(), self._themes.current.px(10)
        area = QRectF()
        for index in indices:
            area = area.united(plan.boxes[index])
        if not indices:
            return
        area = area.adjusted(-margin, -margin, margin, margin)
        x = min(max(self._offset.x(), area.right() - picture.width()), area.left())
        y = min(max(self._offset.y(), area.bottom() - picture.height()), area.top())
        self._move_to(QPointF(x, y))

    def _face(self, index: int) -> QRectF:
        """Where a node is hit: on a crowded layer a weight is a bead until it is told of."""
        plan = self.plan()
        box = plan.boxes[index]
        if index in plan.plates or index not in plan.riding or index == self.told:
            return box
        return QRectF(box.center(), QSizeF())

    def _beside(self) -> set[int]:
        """The node that is told of, and the weights on its edges."""
        told = self.told
        if told == NOBODY:
            return set()
        return {told} | {e.rides for e in self._content.edges if told in (e.source, e.target) and e.rides >= 0}

    # Painting ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture from its pixmap, what is pointed at, the lines of both ways, the foot."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            if self._content.refused or not self._content.nodes:
                self._paint_refusal(painter)
                return
            self._paint_frame(painter)
            picture = self._picture()
            painter.drawPixmap(picture.topLeft(), self._picture_of(sharpness(painter)))
            painter.save()
            painter.setClipRect(picture)
            painter.translate(self._origin())
            told = self.told
            if told != NOBODY:
                paint_hot(painter, theme, self._content, self.plan(), told)
                for index in [*sorted(self._beside() - {told}), told]:
                    paint_node(painter, theme, self._content, self.plan(), index)
                paint_frame(painter, theme, self.plan().boxes[told])
            painter.restore()
            node = self._content.nodes[told] if told != NOBODY else None
            paint_foot(painter, theme, self._content, node, self._pinned, QRectF(self.rect()))

    def _picture_of(self, ratio: float) -> QPixmap:
        """Edges and nodes, painted when something changed."""
        size = (self._picture().size() * ratio).toSize()
        if self._still.size() != size:
            self._still = QPixmap(size)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            theme, plan = self._themes.current, self.plan()
            with QPainter(self._still) as painter:
                begin(painter)
                painter.translate(-self._offset)
                paint_edges(painter, theme, self._content, plan, self._travel.level)
                beads = plan.riding - plan.plates
                for index, box in plan.boxes.items():
                    if index in beads:
                        paint_bead(painter, theme, self._content.nodes[index], box)
                    else:
                        paint_node(painter, theme, self._content, plan, index)
        return self._still

    def _paint_frame(self, painter: QPainter) -> None:
        """The way forward with the names of the columns, and the way back."""
        theme, wide, picture = self._themes.current, float(self.width()), self._picture()
        end = wide - self._corner + theme.px(HEAD / 2) if self._corner else wide
        if not self._is_low():
            above = Lane(theme.px(HEAD / 2), QRectF())
            below = Lane(picture.bottom() + theme.px(BACK / 2), QRectF())
            paint_lane(painter, theme, above, "Forward", 0.0, end, False)
            paint_lane(painter, theme, below, "Backward", 0.0, wide, True)
        middle = picture.top() - theme.px(HEADINGS / 2)
        for heading, centre in zip(self._content.headings, self.plan().centres, strict=True):
            x = centre - self._offset.x()
            if 0.0 < x < (end if self._is_low() else wide):
                paint_heading(painter, theme, heading, x, middle)

    def _paint_refusal(self, painter: QPainter) -> None:
        theme, font = self._themes.current, self._themes.current.font("prose")
        width = min(self.width() - theme.px(40), theme.px(460))
        lines = wrapped(self._content.refused, font, width)
        high = theme.line_height("prose")
        top = (self.height() - high * len(lines)) / 2
        for place, line in enumerate(lines):
            row = QRectF(0.0, top + place * high, float(self.width()), high)
            text(painter, row, line, font, theme.color("soft"), CENTRE)

    # ----------------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Where the walk is, what the step did, what the keys do."""
        content = self._content
        at = describe(content.nodes[self._chosen]) if 0 <= self._chosen < len(content.nodes) else ""
        words = [content.refused] if content.refused else [at, content.words, content.tape, ABOUT]
        self.setAccessibleDescription(say(joined(words)))

    def _ring(self) -> tuple[QRectF, float]:
        radius = self._themes.current.px(8)
        if self._chosen == NOBODY or self._chosen not in self.plan().boxes:
            return QRectF(self.rect()).adjusted(4, 4, -4, -4), radius
        return self.plan().boxes[self._chosen].translated(self._origin()), radius

    def _forget_picture(self) -> None:
        self._still = QPixmap()
        self.update()

    def _replan(self) -> None:
        self._plan = None
        self._forget_picture()
        self._mark.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew; a picture of a window that is not shown says so again and again."""
        if event.size() != self._planned:
            self._planned = event.size()
            self._replan()


def ways(content: GraphContent) -> list[str]:
    """Which way the last step went along each edge."""
    return [edge.way for edge in content.edges]


def describe(node: Node) -> str:
    """A node for who cannot see it: name, both numbers, how its adjoint is put together."""
    value = phrase("value {value}", value=short(node.value)) if node.value is not None else "no value yet"
    missing = "no slope yet" if node.sloped else "its slope is not asked for"
    slope = phrase("slope of the loss {slope}", slope=short(node.adjoint)) if node.adjoint is not None else missing
    sums = joined([joined([words for words, _ in line.runs], "") for line in node.sums], "; ")
    return phrase("{name}: {value}, {slope}. {sums}.", name=node.name, value=value, slope=slope, sums=sums)


def _grown(box: QRectF, least: float) -> QRectF:
    """A box as it is hit."""
    wide, high = max(2.0, (least - box.width()) / 2), max(0.0, (least - box.height()) / 2)
    return box.adjusted(-wide, -high, wide, high)


def _off(box: QRectF, at: QPointF) -> float:
    """How far a place is from a box: 0 inside."""
    return max(box.left() - at.x(), at.x() - box.right(), 0.0) + max(box.top() - at.y(), at.y() - box.bottom(), 0.0)
