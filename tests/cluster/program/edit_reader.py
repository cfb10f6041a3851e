# SPDX-License-Identifier: Apache-2.0
"""The program's editor as somebody uses it through a screen reader: its text, keys, difference, problems and buttons."""
import os
import subprocess

from reader_session import end
from screen_reader import KUBECONFIG, Atspi, GLib, Reader, wait

CONTROL = 37  # the key's code
KEYS = {"F4": 0xFFC1, "Return": 0xFF0D, "End": 0xFF57, "Right": 0xFF53, "Up": 0xFF52, "Down": 0xFF54, "Escape": 0xFF1B, "BackSpace": 0xFF08}


def key(name, control=False):
    if control:
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.PRESS)
    Atspi.generate_keyboard_event(KEYS.get(name) or ord(name), None, Atspi.KeySynthType.SYM)
    if control:
        Atspi.generate_keyboard_event(CONTROL, None, Atspi.KeySynthType.RELEASE)


def text_of(node):
    return node.get_text_iface().get_text(0, -1)


class Program:
    """A run of it, with the home folder home, at a table."""

    def __init__(self, orrery, home, context, namespace, kind, arguments=()):
        os.makedirs(home, 0o700, exist_ok=True)
        self.process = subprocess.Popen([orrery, "--kubeconfig", KUBECONFIG, "--context", context, "-n", namespace, *arguments, kind],
                                        env={**os.environ, "HOME": home, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}, stdin=subprocess.DEVNULL)
        Reader.application = wait("the program on the accessibility bus", lambda: next(
            (app for app in Reader.children(Atspi.get_desktop(0)) if app.get_name() == "orrery" and app.get_process_id() == self.process.pid), None))

    def close(self):
        if self.process.poll() is None:
            end(self.process)

    def kill(self):
        self.process.kill()
        self.process.wait()

    @staticmethod
    def choose(table, name):
        table = Reader.find("table", table)
        Reader.find("label", "● live")
        Reader.click(Reader.cell(table, name))
        Reader.find("page tab", "YAML")  # its details

    @staticmethod
    def can(action):
        """Whether an entry of the Object menu may be pressed."""
        Reader.act(Reader.find("menu item", "Object"), "ShowMenu")
        entry = Reader.find("menu item", action, usable=False)
        answer = entry.get_state_set().contains(Atspi.StateType.SENSITIVE)
        key("Escape")  # the menu
        wait("the menu to be closed", lambda: not entry.get_state_set().contains(Atspi.StateType.SHOWING))
        key("Escape")  # the bar
        return answer


class Editor:
    """The one that is shown."""

    def __init__(self, kind, name):
        self.kind, self.name = kind, name
        self.text_box = wait(f"the editor of {name}", self.look)

    @staticmethod
    def look():
        for node in Reader.all():
            states = node.get_state_set()
            if node.get_role_name() == "text" and node.get_name() == "YAML" and states.contains(Atspi.StateType.SHOWING) and states.contains(Atspi.StateType.EDITABLE):
                return node
        return None

    @property
    def text(self):
        return text_of(self.text_box)

    def replace(self, old, new):
        """Once, where it stands, as dictation does."""
        text = self.text
        assert text.count(old) == 1, f"{text.count(old)} times “{old}” in\n{text}"
        at = text.index(old)
        edited = self.text_box.get_editable_text_iface()
        if old:
            edited.delete_text(at, at + len(old))
        edited.insert_text(at, new, len(new.encode()))
        wait("the new text", lambda: self.text == text.replace(old, new))

    def type_after(self, line, *lines):
        """With keys: Return at the line's end, then each of the lines; "<" goes a level back."""
        at = self.text.index(line) + len(line)
        self.text_box.get_component_iface().grab_focus()
        self.text_box.get_text_iface().set_caret_offset(at)
        wait("the cursor there", lambda: self.text_box.get_text_iface().get_caret_offset() == at)
        for one in lines:
            key("Return")
            if one.startswith("<"):
                key("BackSpace")
                one = one[1:]
            Atspi.generate_keyboard_event(0, one, Atspi.KeySynthType.STRING)
        wait("the typed text", lambda: lines[-1] in self.text)

    def fill(self, path, text):
        """A field of the form."""
        field = Reader.find("text", path)
        written = field.get_text_iface().get_character_count()
        edited = field.get_editable_text_iface()
        edited.delete_text(0, written)
        edited.insert_text(0, text, len(text))
        field.get_component_iface().grab_focus()
        key("Return")
        wait(f"{text} in the text", lambda: f": {text}\n" in self.text)

    def review(self):
        self.text_box.get_component_iface().grab_focus()
        wait("the focus", lambda: self.text_box.get_state_set().contains(Atspi.StateType.FOCUSED))
        key("s", control=True)

    @staticmethod
    def difference():
        """The lines that differ: [(before, after)], None where there is none."""
        panes = [Reader.find("text", name) for name in ("On the server now", "After saving")]
        left, right = (text_of(pane).split("\n") for pane in panes)
        assert len(left) == len(right), f"{len(left)} lines beside {len(right)}"
        return [(a.strip() or None, b.strip() or None) for a, b in zip(left, right) if a != b]

    @staticmethod
    def summary():
        return Reader.find("label", " added, ", named=str.__contains__).get_name()

    def save(self, button):
        Reader.act(Reader.find("push button", button), "Press")
        wait("the editor to be back and unchanged", lambda: self.look() and Reader.find("label", "unchanged"))

    @staticmethod
    def says(words):
        return Reader.find("label", words, named=str.__contains__)


def tab_of(name):
    """The page tab of that name, or None."""
    try:
        return next((node for node in Reader.all() if node.get_role_name() == "page tab" and node.get_name().startswith(name)), None)
    except GLib.Error:
        return None
