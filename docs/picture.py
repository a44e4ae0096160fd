"""Draws a screen of the program as an SVG: `python3 docs/picture.py PROGRAM PICTURE`. Needs tmux."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from html import escape

COLUMNS, ROWS = 100, 30
COMMAND = "env COLORTERM=truecolor LC_ALL=C.UTF-8 HOME=/nonexistent {program} --theme dark --color truecolor"
KEYS = [":20", "Enter"]
SECONDS_TO_DRAW = 2

# pixels
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN = 8.4, 18, 14, 14
BASELINE = 13
BACKGROUND, FOREGROUND = "#16181d", "#d8dadf"
SIXTEEN = (
    "#2e3436 #cc0000 #4e9a06 #c4a000 #3465a4 #75507b #06989a #d3d7cf "
    "#555753 #ef2929 #8ae234 #fce94f #729fcf #ad7fa8 #34e2e2 #eeeeec"
).split()


@dataclass(frozen=True)
class Style:
    """How a cell looks."""

    ink: str = FOREGROUND
    paper: str = BACKGROUND
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underlined: bool = False
    reversed: bool = False

    def colors(self):
        return (self.paper, self.ink) if self.reversed else (self.ink, self.paper)


PLAIN = Style()
SWITCHES = {
    1: {"bold": True},
    2: {"dim": True},
    3: {"italic": True},
    4: {"underlined": True},
    7: {"reversed": True},
    22: {"bold": False, "dim": False},
    23: {"italic": False},
    24: {"underlined": False},
    27: {"reversed": False},
    39: {"ink": FOREGROUND},
    49: {"paper": BACKGROUND},
}


def capture(program):
    """The screen after the keys, with its escape sequences."""
    tmux = ["tmux", "-L", "whosaid-picture", "-f", "/dev/null"]
    size = ["-x", str(COLUMNS), "-y", str(ROWS)]
    subprocess.run([*tmux, "new-session", "-d", *size, COMMAND.format(program=program)], check=True)
    try:
        time.sleep(SECONDS_TO_DRAW)
        subprocess.run([*tmux, "send-keys", *KEYS], check=True)
        time.sleep(SECONDS_TO_DRAW)
        return subprocess.check_output([*tmux, "capture-pane", "-e", "-p"], text=True)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)


def styled(style, numbers):
    """The style after a sequence that selects graphic rendition."""
    numbers = list(numbers) or [0]
    while numbers:
        number = numbers.pop(0)
        if number == 0:
            style = PLAIN
        elif number in SWITCHES:
            style = replace(style, **SWITCHES[number])
        elif number in (38, 48):
            color, numbers = extended(numbers)
            style = replace(style, **{"ink" if number == 38 else "paper": color})
        elif 30 <= number <= 37 or 90 <= number <= 97:
            style = replace(style, ink=SIXTEEN[number - 30 if number < 40 else number - 82])
        else:
            sys.exit(f"the picture cannot show the style {number}")
    return style


def extended(numbers):
    """A color given by red, green and blue, and the numbers after it."""
    if numbers[0] != 2:
        sys.exit("the picture needs a screen in true color")
    red, green, blue = numbers[1:4]
    return f"#{red:02x}{green:02x}{blue:02x}", numbers[4:]


def runs(screen):
    """The stretches of one style: row, column, text, style. A style lasts over the ends of lines."""
    style = PLAIN
    for row, line in enumerate(screen.rstrip("\n").split("\n")):
        column = 0
        for part in re.split(r"(\x1b\[[\d;]*m)", line):
            if part.startswith("\x1b["):
                style = styled(style, [int(number) for number in part[2:-1].split(";") if number])
            elif part:
                yield row, column, part, style
                column += len(part)


def drawn(row, column, text, style):
    """The elements of a run: what is behind it, its words, the line under them."""
    ink, paper = style.colors()
    x, y = MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT
    width = len(text) * CELL_WIDTH
    if paper != BACKGROUND:
        yield f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{CELL_HEIGHT}" fill="{paper}"/>'
    for word in re.finditer(r"\S+(?: \S+)*", text):
        looks = "".join(
            f' {attribute}="{value}"'
            for attribute, value, holds in (
                ("font-weight", "bold", style.bold),
                ("font-style", "italic", style.italic),
                ("opacity", "0.6", style.dim),
            )
            if holds
        )
        start, length = x + word.start() * CELL_WIDTH, len(word.group()) * CELL_WIDTH
        yield (
            f'<text x="{start:.1f}" y="{y + BASELINE}" textLength="{length:.1f}" '
            f'lengthAdjust="spacingAndGlyphs" fill="{ink}"{looks}>{escape(word.group())}</text>'
        )
    if style.underlined:
        line = y + BASELINE + 2.5
        yield f'<path d="M{x:.1f} {line}h{width:.1f}" stroke="{ink}"/>'


def picture(screen):
    """The whole SVG."""
    width, height = COLUMNS * CELL_WIDTH + 2 * MARGIN, ROWS * CELL_HEIGHT + 2 * MARGIN
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" font-size="{FONT_SIZE}" xml:space="preserve" '
        'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace">',
        "<title>whosaid with its sample article</title>",
        f'<rect width="{width:.0f}" height="{height:.0f}" rx="8" fill="{BACKGROUND}"/>',
        *(element for run in runs(screen) for element in drawn(*run)),
        "</svg>",
        "",
    ])


def main():
    program, path = sys.argv[1:]
    screen = capture(program)
    with open(path, "w", encoding="utf-8") as file:
        file.write(picture(screen))


if __name__ == "__main__":
    main()
