#!/usr/bin/env python3
"""Writes a book of many chapters, or the same pages as Markdown for a generator that executes nothing.

    book.py perilla|eleventy|hugo COUNT FOLDER

A chapter has 1,500 words, 12 headings, 6 listings, 3 tables and 4 graphs. For perilla the listings are run and the
graphs drawn; the others get what came out, as text and as SVG in the page, and only have to render it.
"""
import random
import sys
from pathlib import Path

WORDS = (
    "the value of each node is kept with its parents so that a gradient can flow back along every edge when we turn one "
    "knob a little and look at what the output does then the chain rule says how much of that change each input made and "
    "nothing in this text is more than what a reader needs to follow the picture from left to right and back again"
).split()
SECTIONS = 12
WORDS_EACH = 125


def words(rng, count):
    out = []
    while count > 0:
        n = min(count, rng.randint(8, 16))
        sentence = " ".join(rng.choice(WORDS) for _ in range(n))
        out.append(sentence.capitalize() + ".")
        count -= n
    return " ".join(out)


def table(a, b, bound):
    rows = [("quantity", "value"), ("---", "---")]
    rows += [("`c`", bound("c", a * b)), ("`dc/da`", bound("dc/da", b)), ("`d`", bound("d", a * b + a))]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def svg(a, b):
    boxes = "".join(
        f'<g transform="translate({x},{y})"><rect width="90" height="30" rx="4"/><text x="8" y="20">{name} {value}</text></g>'
        for x, y, name, value in [(0, 0, "a", a), (0, 60, "b", b), (160, 30, "c", a * b), (320, 30, "d", a * b + a)]
    )
    edges = "".join(f'<path d="{d}" fill="none" stroke="currentColor"/>' for d in ("M90 15L160 45", "M90 75L160 45", "M250 45L320 45", "M90 15L320 45"))
    return f'<svg viewBox="0 0 420 90" role="img" aria-label="graph">{boxes}{edges}</svg>'


def indented(text, by):
    return "\n".join((" " * by + line) if line else "" for line in text.split("\n"))


def code(a, b):
    return f"c = a * b\nd = c + a\nfor k in range(3):\n    print(k, c.data * k)"


def chapter(i):
    rng = random.Random(i)
    blocks = []
    for s in range(SECTIONS):
        a, b = rng.randint(2, 9), rng.randint(2, 9)
        title = " ".join(rng.choice(WORDS) for _ in range(4))
        text = words(rng, WORDS_EACH // 2) + "\n\n" + words(rng, WORDS_EACH - WORDS_EACH // 2)
        blocks.append((s, title, text, a, b))
    return blocks


def perilla(i, count):
    out = [f"perilla: 1\nid: c{i}\ntitle: \"Chapter [{i}]{{plain}}\"\nsummary: What the nodes of a graph remember."]
    if i > 1:
        out.append(f"needs: [c{i - 1}]")
    out.append("blocks:")
    for s, title, text, a, b in chapter(i):
        about = ""
        if s % 2 == 0:
            out.append(f"  - type: example\n    id: e{s}\n    given: {{a: {a}, b: {b}}}\n    code: |\n{indented(code(a, b), 6)}\n    output: d")
            if s < 8:
                out.append("    show: [graph]")
            about = f"    about: e{s}\n"
            if s >= 6:
                text += "\n\n" + table(a, b, lambda name, value: "{{" + name + "}}")
        out.append(f"  - type: prose\n    title: {title}\n{about}    text: |\n{indented(text, 6)}")
    return "\n".join(out) + "\n"


def markdown(i, front):
    out = [front(i)]
    for s, title, text, a, b in chapter(i):
        out.append(f"## {title}\n")
        if s % 2 == 0:
            out.append(f"```python\n{code(a, b)}\n```\n\n```\n" + "\n".join(f"{k} {a * b * k}" for k in range(3)) + "\n```\n")
            if s < 8:
                out.append(svg(a, b) + "\n")
            if s >= 6:
                text += "\n\n" + table(a, b, lambda name, value: str(value))
        out.append(text + "\n")
    return "\n".join(out)


def main():
    kind, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    if kind == "perilla":
        ids = ", ".join(f"c{i}" for i in range(1, count + 1))
        (folder / "book.yaml").write_text(f"perilla: 1\ntitle: Generated\nlang: en\nchapters: [{ids}]\n")
        for i in range(1, count + 1):
            (folder / f"c{i}.chapter.yaml").write_text(perilla(i, count))
    elif kind == "eleventy":
        (folder / "eleventy.config.js").write_text(
            'import syntax from "@11ty/eleventy-plugin-syntaxhighlight";\nexport default (c) => c.addPlugin(syntax);\n'
        )
        (folder / "package.json").write_text('{"type": "module", "private": true}\n')
        (folder / "_includes").mkdir(exist_ok=True)
        (folder / "_includes/page.njk").write_text(
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head>'
            "<body><h1>{{ title }}</h1>{{ content | safe }}</body></html>\n"
        )
        for i in range(1, count + 1):
            (folder / f"c{i}.md").write_text(markdown(i, lambda i: f"---\nlayout: page.njk\ntitle: Chapter {i}\n---\n"))
    elif kind == "hugo":
        (folder / "content").mkdir(exist_ok=True)
        (folder / "layouts/_default").mkdir(parents=True, exist_ok=True)
        (folder / "hugo.toml").write_text('title = "Generated"\n[markup.goldmark.renderer]\nunsafe = true\n')
        (folder / "config.toml").write_text((folder / "hugo.toml").read_text())
        page = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>\n'
        for name in ("single", "list"):
            (folder / f"layouts/_default/{name}.html").write_text(page)
        (folder / "layouts/index.html").write_text(page)
        for i in range(1, count + 1):
            (folder / f"content/c{i}.md").write_text(markdown(i, lambda i: f'+++\ntitle = "Chapter {i}"\n+++\n'))
    else:
        sys.exit(f"no such kind: {kind}")


main()
