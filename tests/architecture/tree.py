# SPDX-License-Identifier: Apache-2.0
"""A source tree as the rules see it: its files, their code without comments and strings, its CMake targets."""
import os
import re
from dataclasses import dataclass, field
from functools import cached_property

CODE = (".cpp", ".h")
LAYERS = ("core", "ui", "app")
# Data, not source: replies of servers, damaged kubeconfigs, corpora.
SKIPPED = ("tests/fixtures", "tests/fuzz/corpus")

NOISE = re.compile(
    r'//[^\n]*|/\*.*?\*/'                                     # comments
    r'|R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"'          # raw strings
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",                  # not 120'000
    re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)', re.MULTILINE)


def without_noise(text, keep_strings=False):
    def replace(match):
        found = match.group()
        if keep_strings and not found.startswith("/"):
            return found
        return ('""' if found[0] in 'R"' else "0" if found[0] == "'" else " ") + "\n" * found.count("\n")
    return NOISE.sub(replace, text)


@dataclass
class File:
    path: str  # from the root, with slashes
    text: str

    @cached_property
    def code(self):
        return without_noise(self.text)

    @cached_property
    def includes(self):
        """[(line, path, is quoted)]"""
        text = without_noise(self.text, keep_strings=True)
        return [(line_of(text, m.start(m.lastindex)), m.group(1) or m.group(2), m.group(1) is not None)
                for m in INCLUDE.finditer(text)]

    def find(self, pattern):
        for match in re.finditer(pattern, self.code):
            yield line_of(self.code, match.start()), match


def line_of(text, position):
    return text.count("\n", 0, position) + 1


@dataclass
class Target:
    name: str
    folder: str
    links: list = field(default_factory=list)  # [(path of the CMakeLists.txt, line, name)]


class Tree:
    def __init__(self, root):
        self.root = root
        self.files = sorted(self._walk(), key=lambda f: f.path)

    def _walk(self):
        for top in (*LAYERS, "tests", "packaging", ".ci", "translations", "resources"):
            for folder, folders, names in os.walk(os.path.join(self.root, top)):
                relative = os.path.relpath(folder, self.root).replace(os.sep, "/")
                folders[:] = [d for d in folders if f"{relative}/{d}" not in SKIPPED and d not in ("build", "__pycache__")]
                for name in names:
                    path = os.path.join(folder, name)
                    if not os.path.islink(path):
                        with open(path, encoding="utf-8", errors="replace") as f:
                            yield File(f"{relative}/{name}", f.read())

    def code(self, *layers):
        return [f for f in self.files if f.path.endswith(CODE) and f.path.split("/")[0] in layers]

    @cached_property
    def targets(self):
        """The targets of core, ui and app by name."""
        found, links = {}, []
        for f in self.files:
            if f.path.split("/")[0] in LAYERS and f.path.endswith("CMakeLists.txt"):
                for line, command, words in cmake_commands(f.text):
                    read_command(f.path, line, command, words, found, links)
        for path, line, name, linked in links:
            if name in found:
                found[name].links.append((path, line, linked))
        return found


def cmake_commands(text):
    text = re.sub(r"#[^\n]*", "", text)
    for match in re.finditer(r"(\w+)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)", text):
        yield line_of(text, match.start()), match.group(1).lower(), match.group(2).split()


def read_command(path, line, command, words, found, links):
    if not words:
        return
    name = words[0]
    if command in ("orrery_room", "add_library", "add_executable", "qt_add_executable", "qt_add_library"):
        found.setdefault(name, Target(name, os.path.dirname(path)))
    if command == "orrery_room":
        reading = False
        for word in words[1:]:
            if word in ("LAYER", "SOURCES", "LINKS", "PRIVATE_LINKS"):
                reading = word.endswith("LINKS")
            elif reading:
                links.append((path, line, name, word))
    elif command == "target_link_libraries":
        links.extend((path, line, name, w) for w in words[1:] if w not in ("PUBLIC", "PRIVATE", "INTERFACE"))
