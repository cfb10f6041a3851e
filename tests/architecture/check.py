#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check.py [ROOT]: the architecture as arrows.txt and rules.py have it, held against the source. Needs no build.
check.py --list [ROOT]: the arrows that are used now, in arrows.txt's form, for comparing."""
import os
import sys

import arrows
import rules
from tree import Tree

HERE = os.path.dirname(os.path.abspath(__file__))


def check(root, allowed_file):
    tree = Tree(root)
    allowed, problems = arrows.read_allowed(allowed_file)
    return sorted({*problems, *arrows.check_arrows(tree, allowed), *rules.qt_modules(tree), *rules.forbidden(tree),
                   *rules.contextless_connect(tree), *rules.ports(tree), *rules.unity(tree), *rules.namesakes(tree), *rules.spdx(tree), *rules.size(tree, allowed)})


def list_arrows(root, allowed_file):
    tree, (allowed, _) = Tree(root), arrows.read_allowed(allowed_file)
    found = {}
    for room, used, where, name in arrows.used_arrows(tree, allowed):
        room = room or os.path.dirname(where.split(":")[0])
        used = used or os.path.dirname(name) or name
        if not arrows.is_one(room, used):
            found.setdefault(room, set()).add(used)
    for f in tree.code("core", "ui", "app"):
        found.setdefault(allowed.room_of(f.path) or os.path.dirname(f.path), set())
    for room in sorted(found):
        print(room, "->", *sorted(found[room]))


def main():
    words = [a for a in sys.argv[1:] if a != "--list"]
    root = os.path.abspath(words[0]) if words else os.path.dirname(os.path.dirname(HERE))
    if "--list" in sys.argv:
        return list_arrows(root, f"{HERE}/arrows.txt")
    problems = check(root, f"{HERE}/arrows.txt")
    for rule, where, sentence in problems:
        print(f"{where}: {sentence} [{rule}]")
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
