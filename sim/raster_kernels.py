"""A sheet of heights as pixels, in numeric code: a z-buffer and plain loops. `sim.raster` calls them.

The sheet is a grid of heights over a rectangle, cut into triangles. A triangle is filled row by row; the first and last
pixel of a row follow from edges that are always walked from their upper end, so two triangles that share an edge leave
no pixel out and paint none twice. The nearest pixel stays, lit by the slope of the sheet, with level lines: a
pixel knows its height, the next levels above and below, and how fast the height changes from pixel to pixel, so a
line has the same width everywhere and soft edges. The depth is 1 / distance, which is exactly linear on the screen;
0 is the ground behind everything. Cells with a corner that is not a number are holes.

Everything is float32, so nothing is compiled twice. Rows of numbers that describe a picture:

* `camera` (12): three rows of four; (x, y, height, 1) times them gives (column * w, row * w, w) of a pixel;
* `look` (COUNT): see the names below;
* `inks` (9): red, green and blue of level lines, of fog and of the rim, 0 to 255;
* `levels` (n, 2): rising heights of lines and how opaque each is; the first and last are never reached.
"""

from sim.elementary import absolute, clamped, maximum, minimum, sqrt
from sim.lanes import like, one, where, zero
from sim.portable import portable

EAST, NORTH, ZENITH, STRENGTH, FACE_ON, BACK = 0, 1, 2, 3, 4, 5
"""Where the light comes from, how much it matters, the brightness that changes no tone, and that of the underside."""
LOWEST, HIGHEST = 6, 7
"""The sheet is cut off below and above these heights."""
FOG_X, FOG_Y, FOG_RADIUS, FOG_EDGE = 8, 9, 10, 11
"""The disc that is lit; a radius of 0 means no fog."""
LINE, CLOSE, RIM, REACH = 12, 13, 14, 15
"""Half the width of a line, the distance at which lines begin to fade, opacity and width of the rim (pixels)."""
COUNT = 16


@portable
def place_corners(xs, ys, sheet, camera, look, corners):
    """Corners (rows * columns, 6): column, row, 1 / distance, height, brightness, distance into the fog. Returns the
    box they lie in: left, top, right, bottom.
    """
    rows, columns = ys.size, xs.size
    left, top, right, bottom = like(look[0], 1e9), like(look[0], 1e9), -like(look[0], 1e9), -like(look[0], 1e9)
    for row in range(rows):
        for column in range(columns):
            x, y, h = xs[column], ys[row], sheet[row, column, 0]
            east, north = sheet[row, column, 1], sheet[row, column, 2]
            w = camera[8] * x + camera[9] * y + camera[10] * h + camera[11]
            near = one(w) / w
            lit = (look[2] - east * look[0] - north * look[1]) / sqrt(one(h) + east * east + north * north)
            away = -one(h)
            if look[10] > zero(h):
                dx, dy = x - look[8], y - look[9]
                away = (sqrt(dx * dx + dy * dy) - look[10]) / look[11]
            corner = corners[row * columns + column]
            corner[0] = (camera[0] * x + camera[1] * y + camera[2] * h + camera[3]) * near
            corner[1] = (camera[4] * x + camera[5] * y + camera[6] * h + camera[7]) * near
            corner[2], corner[3] = near, h
            corner[4], corner[5] = maximum(one(h) + look[3] * (lit - look[4]), zero(h)), away
            if corner[0] - corner[0] == zero(h) and corner[1] - corner[1] == zero(h):
                left, right = minimum(left, corner[0]), maximum(right, corner[0])
                top, bottom = minimum(top, corner[1]), maximum(bottom, corner[1])
    return left, top, right, bottom


@portable
def first_pixel(edge, count):
    """The first pixel whose middle lies at or behind `edge`, from 0 to count."""
    shifted = clamped(edge - like(edge, 0.5), 0.0, count)
    whole = int(shifted)
    return whole + 1 if like(edge, whole) < shifted else whole


@portable
def packed(red, green, blue):
    """Red, green and blue, 0 or more, as one opaque pixel."""
    most = like(red, 255.0)
    r, g, b = int(minimum(red, most)), int(minimum(green, most)), int(minimum(blue, most))
    return (255 << 24) | (r << 16) | (g << 8) | b


@portable
def line_share(h, pixels, levels, k, look):
    """How much of a pixel at height h belongs to a level line; `k` is the first level above h, `pixels` how many there
    are to a height of 1.
    """
    to_upper, to_lower = (levels[k, 0] - h) * pixels, (h - levels[k - 1, 0]) * pixels
    half = look[12] + like(h, 0.5)
    upper = clamped(half - to_upper, 0.0, 1.0) * levels[k, 1]
    lower = clamped(half - to_lower, 0.0, 1.0) * levels[k - 1, 1]
    return maximum(upper, lower) * clamped((to_upper + to_lower) * look[13], 0.3, 1.0)


@portable
def painted(h, brightness, away, share, look, inks, tones):
    """The colour of a pixel."""
    tone = 3 * int(clamped(h, 0.0, 1.0) * like(h, tones.size // 3 - 1) + like(h, 0.5))
    red, green, blue = tones[tone] * brightness, tones[tone + 1] * brightness, tones[tone + 2] * brightness
    if share > zero(h):
        red += (inks[0] - red) * share
        green += (inks[1] - green) * share
        blue += (inks[2] - blue) * share
    if away > zero(h):
        veil = clamped(away, 0.0, 1.0)
        veil = veil * veil * (like(h, 3.0) - veil - veil)
        red += (inks[3] - red) * veil
        green += (inks[4] - green) * veil
        blue += (inks[5] - blue) * veil
    half = like(h, 0.5)
    return packed(red + half, green + half, blue + half)


@portable
def slopes(a, b, c, slot, over_x, over_y):
    """How one number of the corners changes from column to column, and from row to row."""
    to_b, to_c = b[slot] - a[slot], c[slot] - a[slot]
    return to_b * over_x[0] + to_c * over_x[1], to_b * over_y[0] + to_c * over_y[1]


@portable
def fill_triangle(a, b, c, k, look, inks, tones, levels, image, depth):
    """Paint one triangle of corners; `k` is a level to begin the search with. Returns the level it came to."""
    height, width = like(a[0], image.shape[0]), like(a[0], image.shape[1])
    top, bottom = (
        first_pixel(minimum(minimum(a[1], b[1]), c[1]), height),
        first_pixel(maximum(maximum(a[1], b[1]), c[1]), height),
    )
    area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    if top >= bottom or absolute(area) < like(area, 1e-7):
        return k
    back = look[5] if area > zero(area) else one(area)
    if b[1] < a[1]:
        a, b = b, a
    if c[1] < a[1]:
        a, c = c, a
    if c[1] < b[1]:
        b, c = c, b
    ax, ay, bx, by = a[0], a[1], b[0], b[1]
    abx, aby, acx, acy = bx - ax, by - ay, c[0] - ax, c[1] - ay
    inverse = one(area) / (abx * acy - acx * aby)
    over_x, over_y = (acy * inverse, -aby * inverse), (-acx * inverse, abx * inverse)
    near_x, near_y = slopes(a, b, c, 2, over_x, over_y)
    h_x, h_y = slopes(a, b, c, 3, over_x, over_y)
    lit_x, lit_y = slopes(a, b, c, 4, over_x, over_y)
    fog_x, fog_y = slopes(a, b, c, 5, over_x, over_y)
    pixels = one(area) / maximum(sqrt(h_x * h_x + h_y * h_y), like(area, 1e-9))
    long_slope = acx / acy
    upper_slope = abx / aby if aby > zero(aby) else zero(aby)
    lower_slope = (c[0] - bx) / (c[1] - by) if c[1] > by else zero(aby)
    for row in range(top, bottom):
        down = like(ay, row) + like(ay, 0.5)
        one_end = ax + (down - ay) * long_slope
        other = ax + (down - ay) * upper_slope if down < by else bx + (down - by) * lower_slope
        first, last = first_pixel(minimum(one_end, other), width), first_pixel(maximum(one_end, other), width)
        across, below = like(ax, first) + like(ax, 0.5) - ax, down - ay
        near = a[2] + across * near_x + below * near_y
        h = a[3] + across * h_x + below * h_y
        lit = a[4] + across * lit_x + below * lit_y
        fog = a[5] + across * fog_x + below * fog_y
        for column in range(first, last):
            if near > depth[row, column] and h >= look[6] and h <= look[7]:
                while levels[k, 0] < h:
                    k += 1
                while levels[k - 1, 0] > h:
                    k -= 1
                share = line_share(h, pixels, levels, k, look)
                depth[row, column] = near
                image[row, column] = painted(h, lit * back, fog, share, look, inks, tones)
            near += near_x
            h += h_x
            lit += lit_x
            fog += fog_x
    return k


@portable
def corner_at(corners, index):
    """One corner as plain numbers."""
    return (
        corners[index, 0], corners[index, 1], corners[index, 2],
        corners[index, 3], corners[index, 4], corners[index, 5],
    )  # fmt: skip


@portable
def fill_sheet(rows, columns, corners, look, inks, tones, levels, image, depth):
    """Two triangles for every cell whose corners are numbers."""
    k = 1
    for row in range(rows - 1):
        for column in range(columns - 1):
            here = row * columns + column
            total = corners[here, 3] + corners[here + 1, 3]
            total += corners[here + columns, 3] + corners[here + columns + 1, 3]
            if total - total == zero(total):
                a, d = corner_at(corners, here), corner_at(corners, here + columns + 1)
                for half in range(2):
                    b = corner_at(corners, here + 1) if half == 0 else d
                    c = d if half == 0 else corner_at(corners, here + columns)
                    k = fill_triangle(a, b, c, k, look, inks, tones, levels, image, depth)


@portable
def find_rim(here, west, east, above, below, marks):
    """1 in `marks` where the sheet ends: beside the ground, or before a part of the sheet that lies farther away.

    Rows of depths around; without branches and from 0, so that it runs over many pixels at once.
    """
    for column in range(here.size):
        near, left, right, up, down = here[column], west[column], east[column], above[column], below[column]
        lowest = where(left < right, left, right)
        lowest = where(lowest < up, lowest, up)
        lowest = where(lowest < down, lowest, down)
        across, along = near + near - left - right, near + near - up - down
        bend = where(across > along, across, along)
        edge = where(bend > near * like(near, 0.03), one(near), zero(near))
        edge = where(lowest == zero(near), one(near), edge)
        marks[column] = where(near == zero(near), zero(near), edge)


@portable
def draw_rim(box, look, inks, image, depth, marks):
    """A thin line where the sheet ends, looked for in a box of pixels."""
    reach, share = int(look[15]), look[14]
    height, width = image.shape[0] - reach, image.shape[1] - reach
    edge = like(share, reach)
    left, right = first_pixel(box[0] - edge, like(share, width)), first_pixel(box[2] + edge, like(share, width))
    top, bottom = first_pixel(box[1] - edge, like(share, height)), first_pixel(box[3] + edge, like(share, height))
    left, top = max(left, reach), max(top, reach)
    for row in range(top, bottom):
        here, above, below = depth[row], depth[row - reach], depth[row + reach]
        find_rim(
            here[left:right], here[left - reach : right - reach], here[left + reach : right + reach],
            above[left:right], below[left:right], marks,
        )  # fmt: skip
        for column in range(left, right):
            if marks[column - left] > zero(share):
                pixel = int(image[row, column])
                red, green, blue = like(share, (pixel >> 16) & 255), like(share, (pixel >> 8) & 255), pixel & 255
                red += (inks[6] - red) * share
                green += (inks[7] - green) * share
                blue = like(share, blue) + (inks[8] - like(share, blue)) * share
                image[row, column] = packed(red, green, blue)


@portable
def draw_sheet(xs, ys, sheet, camera, look, inks, tones, levels, ground, corners, marks, image, depth):
    """The whole picture: image (height, width) and depth are overwritten. `marks` (width,) is room to work in."""
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            image[row, column] = ground
            depth[row, column] = zero(look[0])
    box = place_corners(xs, ys, sheet, camera, look, corners)
    look = (
        look[0], look[1], look[2], look[3], look[4], look[5], look[6], look[7],
        look[8], look[9], look[10], look[11], look[12], look[13], look[14], look[15],
    )  # fmt: skip
    inks = (inks[0], inks[1], inks[2], inks[3], inks[4], inks[5], inks[6], inks[7], inks[8])
    fill_sheet(ys.size, xs.size, corners, look, inks, tones, levels, image, depth)
    draw_rim(box, look, inks, image, depth, marks)


@portable
def halve(image, small):
    """Each pixel of `small` (height, width) is the mean of four of `image` (2 height, 2 width)."""
    for row in range(small.shape[0]):
        for column in range(small.shape[1]):
            a, b = int(image[2 * row, 2 * column]), int(image[2 * row, 2 * column + 1])
            c, d = int(image[2 * row + 1, 2 * column]), int(image[2 * row + 1, 2 * column + 1])
            even = (a & 0xFF00FF) + (b & 0xFF00FF) + (c & 0xFF00FF) + (d & 0xFF00FF) + 0x20002
            odd = (a >> 8 & 0xFF00FF) + (b >> 8 & 0xFF00FF) + (c >> 8 & 0xFF00FF) + (d >> 8 & 0xFF00FF) + 0x20002
            small[row, column] = (even >> 2 & 0xFF00FF) | ((odd >> 2 & 0xFF00FF) << 8)
