# SPDX-License-Identifier: Apache-2.0
"""What a person who uses the program through a screen reader has, and kubectl beside it. Inside of reader_session alone.

Everything is found by role and name over AT-SPI, as a screen reader finds it. Needs Debian's Python with gir1.2-atspi-2.0.
"""
import json
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (its version is chosen first)

PATIENCE = 90  # seconds after which what is awaited will not come any more
CLUSTER = os.environ["ORRERY_CLUSTER"]
KUBECONFIG = os.environ["ORRERY_TEST_KUBECONFIG"]
FOLDER = os.environ["ORRERY_READER_FOLDER"]


def kubectl(*args):
    env = {**os.environ, **json.loads(os.environ["ORRERY_READER_OUTSIDE"])}
    return subprocess.run([CLUSTER, "kubectl", *args], env=env, check=True, capture_output=True, timeout=PATIENCE).stdout.decode()


def wait(what, look):
    """The first true answer of look(); an object may vanish while it is looked at."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            answer = look()
            if answer:
                return answer
        except GLib.Error:
            pass
        time.sleep(0.05)
    raise AssertionError(f"waited {PATIENCE} s for {what}\n" + Reader.outline())


class Reader:
    """What a screen reader has: objects by role and name, their texts, states and actions, a mouse and a keyboard."""
    application = None

    @staticmethod
    def children(node):
        # A table's cells are asked for one at a time: a large one has a hundred thousand.
        if node.get_role_name() in ("table", "tree", "tree table"):
            return []
        return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]

    @classmethod
    def all(cls, root=None):
        nodes = [root or cls.application]
        while nodes:
            node = nodes.pop(0)
            yield node
            nodes = cls.children(node) + nodes

    @classmethod
    def outline(cls):
        lines = []
        for node in cls.all():
            try:
                if node.get_state_set().contains(Atspi.StateType.SHOWING) and node.get_name():
                    lines.append(f"{node.get_role_name()}: {node.get_name()}")
            except GLib.Error:
                continue
        return "\n".join(lines)

    @classmethod
    def find(cls, role, name, root=None, usable=True, named=str.startswith):
        """The one shown object of that role whose name is, or begins with, name (a keyboard mark aside); named: another likeness."""
        def look():
            for node in cls.all(root):
                states = node.get_state_set()
                if node.get_role_name() == role and named(node.get_name().replace("&", ""), name) and states.contains(Atspi.StateType.SHOWING) \
                        and (not usable or states.contains(Atspi.StateType.SENSITIVE)):
                    return node
            return None
        return wait(f"{role} “{name}”", look)

    @staticmethod
    def act(node, action):
        names = [node.get_action_name(i) for i in range(node.get_n_actions())]
        assert action in names, f"{node.get_role_name()} “{node.get_name()}” can {names}, not {action}"
        assert node.do_action(names.index(action))

    @classmethod
    def click(cls, node, button="b1c"):
        box = node.get_extents(Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(box.x + min(box.width // 2, 40), box.y + box.height // 2, button)

    @classmethod
    def cells(cls, table):
        """{name in the table's NAME column: {column: text}}"""
        titles = [table.get_column_header(c).get_name() for c in range(table.get_n_columns())]
        rows = [{title: table.get_accessible_at(r, c).get_name() for c, title in enumerate(titles)} for r in range(table.get_n_rows())]
        return {row["NAME"]: row for row in rows}

    @classmethod
    def cell(cls, table, text):
        """The shown cell of a table or a tree that says text, alone or before a comma."""
        def look():
            for row in range(table.get_n_rows()):
                for column in range(table.get_n_columns()):
                    cell = table.get_accessible_at(row, column)
                    if cell and (cell.get_name() == text or cell.get_name().startswith(text + ",")):
                        return cell
            return None
        return wait(f"cell “{text}”", look)

    @classmethod
    def press_in_menu(cls, menu, item):
        top = cls.find("menu item", menu)
        cls.act(top, "ShowMenu")
        entry = cls.find("menu item", item)
        cls.act(entry, "Press")
