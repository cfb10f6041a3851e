# SPDX-License-Identifier: Apache-2.0
"""Which room may use which: arrows.txt against every #include and every link line."""
import os
from dataclasses import dataclass, field

# What arrows.txt can never allow.
UI_MAY_USE = ("core/apply", "core/base", "core/drain", "core/manifest", "core/metrics", "core/object", "core/removal", "core/requests",
              "core/rollout", "core/schema", "core/session/ports",
              "core/verbs")
ROW_FEED_MAY_USE = (*UI_MAY_USE, "core/workqueue", "core/cache")


@dataclass
class Allowed:
    arrows: dict = field(default_factory=dict)  # room -> [rooms]
    lines: dict = field(default_factory=dict)   # room -> line in arrows.txt
    sizes: dict = field(default_factory=dict)   # path -> lines

    def room_of(self, path):
        """The longest room that holds the path. `x/y*` is the files whose paths begin with x/y."""
        holding = [r for r in self.arrows if path.startswith(r[:-1] if r.endswith("*") else r + "/")]
        return max(holding, key=len, default=None)


def read_allowed(path):
    allowed, problems = Allowed(), []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            words = line.split("#")[0].split()
            if not words:
                continue
            if words[0] == "size" and len(words) == 3 and words[2].isdigit():
                allowed.sizes[words[1]] = int(words[2])
            elif len(words) >= 2 and words[1] == "->" and words[0] not in allowed.arrows:
                allowed.arrows[words[0]] = words[2:]
                allowed.lines[words[0]] = number
            else:
                problems.append(("arrows-file", f"{os.path.basename(path)}:{number}", f"not understood: {line.strip()}"))
    return allowed, problems


def used_arrows(tree, allowed):
    """[(room, used room, where)] of the includes and the link lines; None for a room that is not listed."""
    for f in tree.code("core", "ui", "app"):
        for line, path, quoted in f.includes:
            if quoted and path.split("/")[0] in ("core", "ui", "app"):
                yield allowed.room_of(f.path), allowed.room_of(path), f"{f.path}:{line}", path
    for target in tree.targets.values():
        for path, line, name in target.links:
            if name in tree.targets:
                yield (allowed.room_of(target.folder + "/"), allowed.room_of(tree.targets[name].folder + "/"),
                       f"{path}:{line}", name)


def is_one(room, used):
    """A room, or a folder with the files set apart in it (`folder/name*`): arrows within are nobody's business."""
    outer, inner = sorted((room, used), key=len)
    return outer == inner or (inner.endswith("*") and inner.rpartition("/")[0] == outer)


def layer_problem(room, used):
    layer, used_layer = room.split("/")[0], used.split("/")[0]
    if layer == "core" and used_layer != "core":
        return "core never uses ui or app"
    if layer == "ui" and used_layer == "app":
        return "ui never uses app"
    if layer == "ui" and used_layer == "core":
        may = ROW_FEED_MAY_USE if room.startswith("ui/models/row_feed") else UI_MAY_USE
        if used not in may:
            return f"ui uses nothing of core but {', '.join(may)}"
    return None


def parts(room, allowed):
    """A room and those inside its folder: they share its target, so its link line speaks for all of them."""
    return [r for r in allowed.arrows if r == room or r.startswith(room + "/")]


def check_arrows(tree, allowed):
    used_by = {}
    for folder in sorted({os.path.dirname(f.path) for f in tree.code("core", "ui", "app") if not allowed.room_of(f.path)}):
        yield "unlisted-room", folder, "is in no room of arrows.txt"
    for room, used, where, name in used_arrows(tree, allowed):
        if room is None:
            continue
        if used is None:
            yield "unlisted-room", where, f"{name} is in no room of arrows.txt"
            continue
        if is_one(room, used):
            continue
        problem = layer_problem(room, used)
        is_link = where.rpartition(":")[0].endswith("CMakeLists.txt")
        if is_link:
            ways = [(a, b) for a in parts(room, allowed) for b in parts(used, allowed) if b in allowed.arrows[a]]
            if ways:
                used_by.setdefault(ways[0], where)
                continue
        used_by.setdefault((room, used), where)
        if problem:
            yield "layer", where, f"{room} -> {used}: {problem}"
        elif used not in allowed.arrows[room]:
            yield "new-arrow", where, f"{room} -> {used} is not allowed ({name})"
    yield from check_listing(tree, allowed, used_by)
    yield from check_circles(allowed)


def check_listing(tree, allowed, used_by):
    for room, targets in allowed.arrows.items():
        where = f"arrows.txt:{allowed.lines[room]}"
        if not any(allowed.room_of(f.path) == room for f in tree.code("core", "ui", "app")):
            yield "stale-room", where, f"{room} has no files"
        for used in targets:
            if used not in allowed.arrows:
                yield "stale-arrow", where, f"{room} -> {used}: there is no such room"
            elif (room, used) not in used_by:
                yield "stale-arrow", where, f"{room} -> {used} is not used any more"
            elif layer_problem(room, used):
                yield "layer", where, f"{room} -> {used}: {layer_problem(room, used)}"


def check_circles(allowed):
    done, path = set(), []

    def visit(room):
        if room in path:
            yield "circle", "arrows.txt", " -> ".join([*path[path.index(room):], room])
        elif room not in done:
            path.append(room)
            for used in allowed.arrows.get(room, []):
                yield from visit(used)
            path.pop()
            done.add(room)
    for room in allowed.arrows:
        yield from visit(room)
