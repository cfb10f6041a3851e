# SPDX-License-Identifier: Apache-2.0
"""screen_reader_cluster_test.py ORRERY: somebody who uses the program through a screen reader scales a Deployment.

The real program on the real API server, on an X server and an accessibility bus of the test's own. Everything is found
by role and name over AT-SPI, as a screen reader finds it. Needs Debian's Python with gir1.2-atspi-2.0.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import uuid

PATIENCE = 90  # seconds after which what is awaited will not come any more
CLUSTER = os.environ["ORRERY_CLUSTER"]
KUBECONFIG = os.environ["ORRERY_TEST_KUBECONFIG"]
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={0}/run</listen><auth>EXTERNAL</auth><servicedir>{0}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start_display():
    """(Xvfb, its name): on a display of its own choice."""
    reading, writing = os.pipe()
    display = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
                               pass_fds=[writing], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        return display, ":" + number.readline().strip()


def session():
    """Runs this script again on a display and a session bus that can start the accessibility bus and nothing else."""
    folder = tempfile.mkdtemp(prefix="orrery-reader-")
    display, number = start_display()
    try:
        for name in ("home", "run", "services"):
            os.mkdir(f"{folder}/{name}", 0o700)
        shutil.copy("/usr/share/dbus-1/services/org.a11y.Bus.service", folder + "/services")
        with open(folder + "/session.conf", "w", encoding="utf-8") as conf:
            conf.write(BUS.format(folder))
        env = {k: v for k, v in os.environ.items()
               if not k.startswith(("XDG_", "QT_", "DBUS_", "WAYLAND", "AT_SPI")) and k not in ("DISPLAY", "XAUTHORITY")}
        # The cluster's own tools find their files in the home folder.
        env["ORRERY_READER_OUTSIDE"] = json.dumps({k: v for k, v in os.environ.items() if k == "HOME" or k.startswith("XDG_")})
        # The display is there first: the registry of the accessibility bus moves the mouse on it.
        env.update(DISPLAY=number, HOME=folder + "/home", XDG_RUNTIME_DIR=folder + "/run", ORRERY_READER_FOLDER=folder, LC_ALL="C.UTF-8", XDG_SESSION_TYPE="x11", GSETTINGS_BACKEND="memory")
        return subprocess.run(["dbus-run-session", "--config-file", folder + "/session.conf", "--", sys.executable, "-B", *sys.argv], env=env, check=False).returncode
    finally:
        end(display)
        shutil.rmtree(folder, ignore_errors=True)


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
    def find(cls, role, name, root=None, usable=True):
        """The one shown object of that role whose name is, or begins with, name (a keyboard mark aside)."""
        def look():
            for node in cls.all(root):
                states = node.get_state_set()
                if node.get_role_name() == role and node.get_name().replace("&", "").startswith(name) and states.contains(Atspi.StateType.SHOWING) \
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


class ScaleByReader(unittest.TestCase):
    def setUp(self):
        self.folder = os.environ["ORRERY_READER_FOLDER"]
        self.namespace = "reader-" + uuid.uuid4().hex[:10]
        kubectl("create", "namespace", self.namespace)
        self.addCleanup(kubectl, "delete", "namespace", self.namespace, "--wait=false")
        kubectl("-n", self.namespace, "create", "deployment", "hello", "--image=hello", "--replicas=2")
        kubectl("-n", self.namespace, "create", "deployment", "other", "--image=hello", "--replicas=1")
        for name in ("hello", "other"):
            kubectl("-n", self.namespace, "rollout", "status", "deployment", name, f"--timeout={PATIENCE}s")
        # Nothing is opened by itself: the person opens the cluster.
        with open(KUBECONFIG, encoding="utf-8") as source, open(self.folder + "/kubeconfig", "w", encoding="utf-8") as target:
            target.writelines(line for line in source if not line.startswith("current-context:"))
        Atspi.init()
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.assertGreaterEqual(Atspi.get_desktop(0).get_child_count(), 0)  # the accessibility bus is up
        self.program = subprocess.Popen([ORRERY, "--kubeconfig", self.folder + "/kubeconfig", "-n", self.namespace],
                                        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}, stdin=subprocess.DEVNULL)
        self.addCleanup(end, self.program)
        Reader.application = wait("the program on the accessibility bus", lambda: next(
            (app for app in Reader.children(Atspi.get_desktop(0)) if app.get_name() == "orrery"), None))

    def test_a_deployment_is_scaled(self):
        Reader.find("frame", "Orrery")
        tree = Reader.find("tree", "Clusters")
        Reader.click(Reader.cell(tree, "cluster-admin"))
        wait("the context to say that it is live", lambda: Reader.cell(tree, "cluster-admin").get_name() == "cluster-admin, live")
        Reader.click(Reader.cell(tree, "Deployments"))

        table = Reader.find("table", "Deployments")
        rows = wait("both Deployments", lambda: (lambda found: found if len(found) == 2 else None)(Reader.cells(table)))
        self.assertEqual(rows["hello"]["READY"], "2/2")
        Reader.find("label", "● live")
        Reader.click(Reader.cell(table, "hello"))
        Reader.find("page tab", "YAML")  # its details

        Reader.press_in_menu("Object", "Scale…")
        dialog = Reader.find("dialog", "Scale Deployment hello")
        number = Reader.find("spin button", "", root=dialog)
        label = number.get_relation_set()[0].get_target(0)
        self.assertEqual(label.get_name().replace("&", ""), "New number of replicas")
        wait("the number of now", lambda: number.get_current_value() == 2)
        Reader.click(number, "b1d")  # its whole number is selected
        Atspi.generate_keyboard_event(0, "5", Atspi.KeySynthType.STRING)
        wait("the number typed", lambda: number.get_current_value() == 5)
        Reader.act(Reader.find("push button", "Scale to 5", root=dialog), "Press")

        wait("the row to say so", lambda: Reader.cells(table)["hello"]["READY"] == "5/5")
        self.assertEqual(Reader.cells(table)["other"]["READY"], "1/1")
        self.assertEqual(kubectl("-n", self.namespace, "get", "deployment", "hello", "-o", "jsonpath={.spec.replicas} {.status.readyReplicas}"), "5 5")
        self.assertNotIn("Scale Deployment", Reader.outline())


if "ORRERY_READER_FOLDER" not in os.environ:
    sys.exit(session())
ORRERY = sys.argv.pop(1)
import gi  # noqa: E402  (in the session alone)

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if __name__ == "__main__":
    unittest.main(warnings="ignore")  # later versions of Atspi have other names
