"""Where the texts of a chart stand: no two of them overlap, and none leaves the chart."""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg

from helpers.drawing import svg

#: Boxes that share no more than half a pixel do not touch.
TOUCH = 0.5


def drawn(painter, width):
    """Return a figure in the house style and what measures its texts."""
    with svg.house_style():
        figure = painter(width)
        canvas = FigureCanvasAgg(figure)
        figure.draw_without_rendering()  # Everything is placed; nobody looks at the pixels.
    return figure, canvas.get_renderer()


def boxes(texts, renderer):
    return {text: text.get_window_extent(renderer) for text in texts if text.get_text()}


def overlap(one, other):
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return wide > TOUCH and high > TOUCH


def clear(found, figure):
    """Require that no two boxes overlap and that none leaves the figure."""
    for text, box in found.items():
        assert box.x0 >= -TOUCH and box.x1 <= figure.bbox.width + TOUCH, text.get_text()
        assert box.y0 >= -TOUCH and box.y1 <= figure.bbox.height + TOUCH, text.get_text()
    for text, box in found.items():
        touched = [other.get_text() for other, its in found.items()
                   if other is not text and overlap(box, its)]  # fmt: skip
        assert not touched, (text.get_text(), touched)
