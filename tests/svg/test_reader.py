"""SVG files as figures: every shape, every command, and files that mean harm."""

import cmath
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.svg import reader, tree
from whiteboard.svg.figure import Box, Embedded, Figure, Part, Picture, Words
from whiteboard.svg.flatten import SHARP, TOLERANCE, overlapping, with_sharp_corners
from whiteboard.svg.path_data import BadPath, sub_paths
from whiteboard.svg.reader import picture
from whiteboard.svg.tree import BadSvg

START = '<svg xmlns="http://www.w3.org/2000/svg" stroke="black" fill="none"'


def drawn(body: str, root: str = "", scale: float = 1.0) -> Picture:
    return picture(f"{START} {root}>{body}</svg>".encode(), scale)


class Line(NamedTuple):
    """A part of a figure, as it is drawn in ink."""

    points: list[complex]
    color: str
    width: float


def lines(made: Picture) -> list[Line]:
    return [ink(figure, part) for figure in figures(made) for part in figure.parts]


def ink(figure: Figure, part: Part) -> Line:
    points = list(part.points)
    if part.closed:
        points = overlapping(points, 3 * figure.look.width)
    return Line(with_sharp_corners(points), figure.look.stroke, figure.look.width)


def figures(made: Picture) -> list[Figure]:
    return [item for item in made.items if isinstance(item, Figure)]


def figure(body: str) -> Figure:
    (found,) = figures(drawn(body))
    return found


def one(body: str, root: str = "", scale: float = 1.0) -> Line:
    (line,) = lines(drawn(body, root, scale))
    return line


def nodes(line: Line) -> list[complex]:
    """The points without the neighbours that keep corners sharp, rounded."""
    kept = [
        point
        for i, point in enumerate(line.points)
        if i in (0, len(line.points) - 1)
        or min(abs(point - line.points[i - 1]), abs(point - line.points[i + 1])) > SHARP + 1e-9
        or abs(cmath.phase((line.points[i + 1] - point) / (point - line.points[i - 1]))) > 0.1
    ]
    return [complex(round(point.real, 6) + 0.0, round(point.imag, 6) + 0.0) for point in kept]


def is_on_circle(line: Line, centre: complex, radius: float) -> bool:
    return all(abs(abs(point - centre) - radius) < 0.01 * radius + TOLERANCE for point in line.points)


SHAPES = {
    '<line x1="1" y1="2" x2="30" y2="40"/>': [1 + 2j, 30 + 40j],
    '<polyline points="0,0 50,0 50,50"/>': [0, 50, 50 + 50j],
    '<polyline points="0 0-50-10 7"/>': [0, -50 - 10j],
    '<polygon points="0,0 50,0 50,50"/>': [0, 50, 50 + 50j, 0, 3],
    '<rect x="10" y="20" width="100" height="50"/>': [10 + 20j, 110 + 20j, 110 + 70j, 10 + 70j, 10 + 20j, 13 + 20j],
    '<path d="M10 20h90v30H5V-1z"/>': [10 + 20j, 100 + 20j, 100 + 50j, 5 + 50j, 5 - 1j, 10 + 20j, 13 + 20j],
    '<path d="m10 20 30 0 0 30"/>': [10 + 20j, 40 + 20j, 40 + 50j],
    '<path d="M1e1,2E1L.5.5"/>': [10 + 20j, 0.5 + 0.5j],
    '<path d="M0 0 40-30"/>': [0, 40 - 30j],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_straight_shapes_have_their_corners(shape: str) -> None:
    assert nodes(one(shape)) == SHAPES[shape]


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="100" cy="50" r="40"/>',
        '<ellipse cx="100" cy="50" rx="40" ry="40"/>',
        '<rect x="60" y="10" width="80" height="80" rx="40"/>',
        '<path d="M140 50a40 40 0 0 1-80 0 40 40 0 0 1 80 0"/>',
        '<path d="M140 50a40 40 0 11-40-40"/>',
        '<path d="M140,50 A 40 40 77 1,0 100,90"/>',
    ],
)
def test_round_shapes_lie_on_their_circle(shape: str) -> None:
    line = one(shape)
    assert len(line.points) > 12
    assert is_on_circle(line, 100 + 50j, 40)


def test_the_flags_of_an_arc_choose_one_of_four() -> None:
    def middle(large: int, sweep: int) -> complex:
        points = one(f'<path d="M0 0A50 50 0 {large} {sweep} 60 0"/>').points
        return points[len(points) // 2]

    assert middle(0, 0).imag == pytest.approx(10, abs=0.5)
    assert middle(0, 1).imag == pytest.approx(-10, abs=0.5)
    assert middle(1, 0).imag == pytest.approx(90, abs=0.5)
    assert middle(1, 1).imag == pytest.approx(-90, abs=0.5)


def test_an_ellipse_that_is_too_small_is_made_large_enough() -> None:
    line = one('<path d="M0 0A1 1 0 0 1 100 0"/>')
    assert is_on_circle(line, 50 + 0j, 50)
    assert line.points[-1] == 100


def test_a_turned_ellipse_is_turned() -> None:
    line = one('<path d="M0 0A100 10 90 0 1 20 0"/>')
    assert min(point.imag for point in line.points) == pytest.approx(-100, abs=1)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("M0 0C0 40 60 40 60 0S120-40 120 0", "M0 0C0 40 60 40 60 0C60-40 120-40 120 0"),
        ("M0 0S60 40 60 0", "M0 0C0 0 60 40 60 0"),
        ("M0 0Q30 60 60 0T120 0", "M0 0Q30 60 60 0Q90-60 120 0"),
        ("M0 0T60 0", "M0 0Q0 0 60 0"),
        ("M5 5c0 40 60 40 60 0q5 5 9 9", "M5 5C5 45 65 45 65 5Q70 10 74 14"),
        ("M0 0Q30 60 60 0", "M0 0C20 40 40 40 60 0"),
        ("M0 0zl9 9", "M0 0M0 0L9 9"),
    ],
)
def test_short_forms_mean_the_same_as_long_ones(short: str, long: str) -> None:
    a, b = lines(drawn(f'<path d="{short}"/>')), lines(drawn(f'<path d="{long}"/>'))
    for left, right in zip(a, b, strict=True):
        assert all(abs(p - q) < 1e-9 for p, q in zip(left.points, right.points, strict=True))


def test_chords_stay_near_their_curve() -> None:
    line = one('<path d="M0 0C0 400 600 400 600 0"/>')
    for i in range(1000):
        t = i / 999
        on = 3 * (1 - t) ** 2 * t * 400j + 3 * (1 - t) * t**2 * (600 + 400j) + t**3 * 600
        nearest = min(
            abs(on - p - min(1.0, max(0.0, ((on - p) * (q - p).conjugate()).real / abs(q - p) ** 2)) * (q - p))
            for p, q in zip(line.points, line.points[1:], strict=False)
        )
        assert nearest < TOLERANCE


def test_transformations_apply_from_the_inside_out() -> None:
    line = one('<g transform="translate(100,0) rotate(90)"><line transform="scale(2)" x2="10" y1="5"/></g>')
    assert nodes(line) == [90, 100 + 20j]
    assert one('<line transform="matrix(1 0 0 1 5 6),rotate(180 10 10)" x2="1"/>').points[0] == pytest.approx(25 + 26j)
    assert one('<line transform="skewX(45)" x2="1" y1="10"/>').points[0] == pytest.approx(10 + 10j)


def test_the_view_box_fits_the_drawing_into_its_size() -> None:
    assert nodes(one('<line x1="10" y1="10" x2="20" y2="10"/>', 'viewBox="10 10 10 10" width="100" height="50"')) == [
        25,
        75,
    ]
    assert nodes(one('<line x2="10" y2="10"/>', 'viewBox="0 0 10 10" width="1in" height="1in"')) == [0, 96 + 96j]
    assert nodes(one('<line x2="10" y2="10"/>', 'viewBox="0 0 10 10" width="100%"')) == [0, 10 + 10j]


def test_scale_enlarges_lines_and_their_widths() -> None:
    line = one('<line x2="10" stroke-width="3"/>', scale=2.0)
    assert (nodes(line), line.width) == ([0, 20], 6.0)


@pytest.mark.parametrize(
    ("attributes", "color"),
    [
        ('stroke="red"', "#ff0000"),
        ('stroke="#AbC"', "#aabbcc"),
        ('stroke="rgb(1, 2,300)"', "#0102ff"),
        ('stroke="rgb(100%,0%,50%)"', "#ff0080"),
        ('style="stroke : #123456 !important; fill:none"', "#123456"),
        ('color="teal" stroke="currentColor"', "#008080"),
        ('stroke="url(#g) blue"', "#0000ff"),
        ('style="stroke: light-dark(rgb(1, 2, 3), #fff)"', "#010203"),
        ('stroke="var(--ink, #123)"', "#112233"),
        ('stroke="#01020380"', "#010203"),
        ('stroke="hsl(1 2 3)"', "#000000"),
    ],
)
def test_a_line_has_the_colour_of_its_stroke(attributes: str, color: str) -> None:
    assert one(f'<line x2="10" {attributes}/>').color == color


@pytest.mark.parametrize(
    "shape",
    [
        '<line x2="9" stroke="none"/>',
        '<line x2="9" stroke="none" fill="red"/>',
        '<line x2="9" stroke="url(#gone)"/>',
        '<g display="none"><line x2="9"/></g>',
        '<line x2="9" style="visibility:hidden"/>',
        '<defs><line x2="9"/></defs>',
        '<clipPath><line x2="9"/></clipPath>',
        "<title>Line</title>",
        '<metadata><any xmlns="urn:else"><line/></any></metadata>',
        '<rect width="0" height="5"/>',
        '<circle r="-1"/>',
        '<path d="M5 5"/>',
        '<polyline points="1 2"/>',
    ],
)
def test_what_is_not_seen_is_not_drawn_and_not_missed(shape: str) -> None:
    assert drawn(shape) == Picture((), {})


def test_what_is_not_taken_over_is_counted() -> None:
    body = (
        '<image width="9" height="9" href="file:///etc/passwd"/><use href="#x"/><script>1</script>'
        '<g clip-path="url(#c)" filter="url(#f)" mask="none"><line x2="5" style="mask:url(#m)"/></g>'
        "<text>a<tspan font-weight='bold'>b</tspan></text><style>g > line {fill:red} g{} line{}</style>"
    )
    assert drawn(body).left_out == {
        "picture that is not in the file": 1,
        "copy (use)": 1,
        "script": 1,
        "clipping": 1,
        "filter": 1,
        "mask": 1,
        "change of letters within a text": 1,
        "rule of a style sheet": 1,
    }


def test_of_a_broken_path_the_good_beginning_is_drawn() -> None:
    made = drawn('<path d="M0 0L50 50L60"/>')
    assert [nodes(line) for line in lines(made)] == [[0, 50 + 50j]]
    assert made.left_out == {"end of a broken path": 1}


@pytest.mark.parametrize("data", ["L1 2", "5 5", "M", "M1", "M1 2 X", "M1 2A5 5 0 2 0 1 1", "M0 0z5 5", "M0 0C1 1 2 2"])
def test_bad_path_data_is_noticed(data: str) -> None:
    with pytest.raises(BadPath):
        sub_paths(data)


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \n", max_size=60))
def test_any_path_data_is_read_without_complaint(data: str) -> None:
    drawn(f'<path d="{data}"/>')


def test_corners_are_kept_sharp_and_gentle_bends_are_left_alone() -> None:
    assert len(one('<polyline points="0,0 50,0 50,50"/>').points) == 5
    assert len(one('<polyline points="0,0 50,0 100,5"/>').points) == 3


@pytest.mark.parametrize(
    ("shape", "length"),
    [('<circle r="40" stroke-width="4"/>', 12), ('<path d="M0 0h1v1h-1z" stroke-width="9"/>', 4)],
)
def test_a_closed_line_goes_on_over_its_beginning_so_that_no_gap_is_seen(shape: str, length: float) -> None:
    """For three widths, but once around at most."""
    line = one(shape)
    back = line.points.index(line.points[0], 1)
    assert sum(abs(b - a) for a, b in pairwise(line.points[back:])) == pytest.approx(length)


BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)
STEALS = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>'
STEALS_BY_PARAMETER = '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://192.0.2.1/x"> %x;]><svg/>'
DEEP = START + ">" + "<g>" * 5000 + "</g>" * 5000 + "</svg>"
MANY = START + ">" + "<g/>" * (tree.MAX_ELEMENTS + 1) + "</svg>"
MANY_LINES = START + '><path d="M0 0' + "m1 1h1" * (reader.MAX_LINES + 1) + '"/></svg>'
HOSTILE = {
    "bomb": BOMB,
    "steals": STEALS,
    "steals by parameter": STEALS_BY_PARAMETER,
    "attributes out of nowhere": '<!DOCTYPE svg [<!ATTLIST line x2 CDATA "9">]><svg><line/></svg>',
    "deep": DEEP,
    "many": MANY,
    "many lines": MANY_LINES,
    "large": " " * (tree.MAX_BYTES + 1),
    "html": "<html><svg/></html>",
    "no xml": "hello",
    "nothing": "",
    "cut off": START,
    "encoding": '<?xml version="1.0" encoding="utf-7"?><svg/>',
    "undeclared entity": "<svg><text>&nbsp;</text></svg>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_file_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(BadSvg, match=r"\.$"):
        picture(HOSTILE[name].encode())


@pytest.mark.parametrize("number", ["1e308", "9e99", "6000000"])
def test_what_is_infinitely_far_away_is_left_out(number: str) -> None:
    body = f'<path d="M0 0C{number} {number} {number} -{number} 5 5"/><line x2="5"/>'
    made = drawn(body + f'<g transform="scale({number})"><circle r="50"/></g>')
    assert len(lines(made)) == 1
    assert sum(made.left_out.values()) == 2


@pytest.mark.parametrize(
    "shape",
    [
        '<line x2="5" transform="rotate(1e999)"/>',
        '<line x2="5" transform="skewX(1e999)"/>',
        '<path d="M0 0A5 5 1e999 0 1 50 50"/>',
        '<path d="M0 0A1e200 1e200 0 0 1 50 1e-200"/>',
        '<rect width="1e999" height="1" rx="3"/>',
        '<circle r="1e999"/>',
        '<line x2="5" transform="turn(5)"/>',
        '<line x2="5" transform="scale(2"/>',
    ],
)
def test_infinite_and_impossible_numbers_cost_only_their_shape(shape: str) -> None:
    made = drawn(shape + '<line x2="5"/>')
    assert nodes(lines(made)[-1]) == [0, 5]
    assert len(lines(made)) + sum(made.left_out.values()) == 2


def test_a_document_type_without_contents_is_harmless() -> None:
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert len(picture(f'<?xml version="1.0"?>{doctype}{START}><line x2="5"/></svg>'.encode()).items) == 1


def test_a_file_without_namespace_is_read_all_the_same() -> None:
    assert len(picture(b'<svg><line x2="5" stroke="red"/></svg>').items) == 1


def test_a_style_sheet_holds_for_classes_names_and_ids() -> None:
    sheet = "<style>@import url(x); @font-face { font-family: A; src: url(b) } path, .a{fill:#010101}"
    sheet += ".b {stroke : #020202 ; stroke-width:3} #c.b{fill:#030303 !important} /* .a{fill:red} */</style>"
    shape = '<path class="a b" id="{id}" d="M0 0H9V9Z" fill="blue" style="{style}"/>'
    first, second, third = figures(
        drawn(
            sheet
            + shape.format(id="x", style="")
            + shape.format(id="c", style="")
            + shape.format(id="c", style="fill:#040404")
        )
    )
    assert [each.look.fill for each in (first, second, third)] == ["#010101", "#030303", "#040404"]
    assert (first.look.stroke, first.look.width) == ("#020202", 3.0)


def test_what_is_seen_through_is_seen_through() -> None:
    look = figure('<g opacity=".5"><path d="M0 0H9V9Z" fill="#ff000080" stroke-opacity="50%"/></g>').look
    assert (look.fill, look.stroke) == ("#ff0000", "#000000")
    assert look.fill_opacity == pytest.approx(0.25, abs=0.01)
    assert look.stroke_opacity == 0.25


@pytest.mark.parametrize(
    ("dashes", "dash"), [("none", ""), ("0", ""), ("8 4", "dashed"), ("1,3", "dotted"), ("4", "dashed"), ("oops", "")]
)
def test_dashes_have_a_name(dashes: str, dash: str) -> None:
    assert figure(f'<line x2="9" stroke-width="2" stroke-dasharray="{dashes}"/>').look.dash == dash


def test_a_copy_is_drawn_where_it_is_wanted_in_the_colour_around_it() -> None:
    made = drawn(
        '<defs><g id="a"><line x2="5" stroke="currentColor"/></g>'
        '<symbol id="s" viewBox="0 0 2 2"><line x2="2"/></symbol></defs>'
        '<use href="#a" x="10" y="20" color="teal"/><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#s" '
        'x="5" width="20" height="20"/>'
    )
    copy, symbol = lines(made)
    assert (nodes(copy), copy.color) == ([10 + 20j, 15 + 20j], "#008080")
    assert nodes(symbol) == [5, 25]


def test_copies_of_themselves_end() -> None:
    made = drawn('<g id="a"><use href="#b"/><line x2="5"/></g><g id="b"><use href="#a"/></g><use id="u" href="#u"/>')
    assert made.left_out["copy (use)"] == 3
    assert len(lines(made)) == 3
    doubled = "".join(f'<g id="g{n}"><use href="#g{n + 1}"/><use href="#g{n + 1}"/></g>' for n in range(40))
    with pytest.raises(BadSvg, match="too many"):
        drawn(f'<defs>{doubled}<g id="g40"/></defs><use href="#g0"/>')


def test_rectangles_and_ellipses_stay_what_they_are_while_they_can() -> None:
    turned = figure('<rect x="10" width="20" height="10" transform="rotate(90)"/>').box
    assert turned is not None
    assert turned.middle == pytest.approx(-5 + 20j)
    assert [turned.w, turned.h] == pytest.approx([20, 10])
    assert turned.rotation == pytest.approx(cmath.pi / 2)
    ellipse = figure('<ellipse cx="10" cy="10" rx="4" ry="2"/>').box
    assert ellipse == Box(10 + 10j, 8, 4, form="ellipse")
    assert figure('<rect width="20" height="10" transform="skewX(20)"/>').box is None
    assert figure('<rect width="20" height="10" rx="2"/>').box is None


def test_percentages_are_of_the_room_around() -> None:
    background = picture(b'<svg viewBox="0 0 200 100"><rect width="100%" height="50%"/></svg>').items[0]
    assert isinstance(background, Figure)
    assert background.box == Box(100 + 25j, 200, 50)


def test_words_stand_on_their_line() -> None:
    made = drawn(
        '<text transform="translate(10 20) scale(2)" font-size="10" fill="red" style="font-family:\'Courier New\'">'
        '<tspan x="0" y="0">one  two</tspan><tspan x="0" dy="1.2em">three</tspan><tspan x="50" y="0">far</tspan></text>'
        '<text x="5" y="6" text-anchor="middle" font-weight="700" font-style="italic" fill="none"><!-- --> </text>'
    )
    together, apart = made.items
    assert together == Words("one two\nthree", 10 + 20j, 20, 0.0, "start", "#ff0000", 1.0, "mono")
    assert isinstance(apart, Words)
    assert (apart.text, apart.place) == ("far", 110 + 20j)


def test_of_a_switch_the_words_are_whole() -> None:
    """draw.io writes its labels as HTML, and shortened for those who read no HTML."""
    html = '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><div>A long<br/>label</div></div></foreignObject>'
    (words,) = drawn(f'<switch>{html}<text y="9" font-size="10">A lo...</text></switch>').items
    assert isinstance(words, Words)
    assert (words.text, words.place.imag) == ("A long\nlabel", 2.5)
    assert drawn('<switch><g requiredFeatures="x"/><line x2="5"/></switch>').items == ()


def test_a_gradient_has_its_middle_colour() -> None:
    made = drawn(
        '<linearGradient id="a"><stop/><stop stop-color="#123456"/><stop style="stop-color:red"/></linearGradient>'
        '<radialGradient id="b" href="#a"/><path d="M0 0H9V9Z" fill="url(#b)"/>'
    )
    assert figures(made)[0].look.fill == "#123456"
    assert made.left_out == {"gradient (its middle colour is kept)": 1}


def test_a_picture_in_the_file_is_taken_out_of_it() -> None:
    (image,) = drawn('<image x="1" width="4" height="2" href="data:image/png;base64, aGVs bG8="/>').items
    assert image == Embedded(b"hello", Box(3 + 1j, 4, 2))
    (image,) = drawn('<image width="4" height="2" href="data:image/svg+xml,%3Csvg/>"/>'.replace('/>"', '/%3E"')).items
    assert isinstance(image, Embedded)
    assert image.data == b"<svg/>"
