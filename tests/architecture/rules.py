# SPDX-License-Identifier: Apache-2.0
"""What no line of code may say. Each rule yields (rule, place, sentence)."""
import glob
import os
import re

GUI_HEADERS = re.compile(
    r"Q(Action|Bitmap|Brush|Clipboard|Color|Cursor|DesktopServices|Drag|Font\w*|Gradient|GuiApplication|Icon\w*|Image\w*"
    r"|KeyEvent|KeySequence|MouseEvent|Paint\w*|Palette|Pen|Picture|Pixmap\w*|Pointing\w*|RasterWindow|Region|RgbA?\w*"
    r"|Screen|Shortcut|Standard(Item\w*)|Static\w*|StyleHints|Syntax\w*|Text(Block|Char|Cursor|Document|Format|Layout|Object)\w*"
    r"|Undo\w*|Validator|Vector[234]D|WheelEvent|Window)")
WIDGET_HEADERS = re.compile(
    r"Q(Abstract(Button|Item(Delegate|View)|ScrollArea|Slider|SpinBox)|Application|BoxLayout|ButtonGroup|CheckBox|ComboBox"
    r"|Completer|Dialog\w*|Dock\w*|FileDialog|FormLayout|Frame|Graphics(Item|Scene|View)\w*|GridLayout|GroupBox|HBoxLayout"
    r"|HeaderView|InputDialog|Label|Layout\w*|Line(Edit)|List(View|Widget)\w*|MainWindow|Menu\w*|MessageBox|PlainTextEdit"
    r"|Progress(Bar|Dialog)|Proxy(Style)|PushButton|RadioButton|Scroll(Area|Bar)|Slider|SpinBox|Splitter|Stacked\w*|Status(Bar)"
    r"|Style\w*|StyledItemDelegate|Tab(Bar|Widget|leView|leWidget)\w*|Text(Browser|Edit)|Tool(Bar|Box|Button|Tip)|Tree(View|Widget)\w*"
    r"|VBoxLayout|Widget\w*)")


class QtHeaders:
    """Tells a header's module: by Qt's own folders where they are, else by the lists above."""

    def __init__(self, folders=("/usr/include/*/qt6", "/usr/include/qt6")):
        found = [p for pattern in folders for p in glob.glob(pattern)]
        self.names = {module: {n for p in found if os.path.isdir(f"{p}/{module}") for n in os.listdir(f"{p}/{module}")}
                      for module in ("QtGui", "QtWidgets")}
        # A forwarding header of an older place is no part of the module.
        core = {n for p in found if os.path.isdir(f"{p}/QtCore") for n in os.listdir(f"{p}/QtCore")}
        for module in self.names:
            self.names[module] -= core

    def is_of(self, header, module, pattern):
        return header == module or header.startswith(module + "/") or header in self.names[module] \
            or re.fullmatch(pattern, header) is not None

    def gui(self, header):
        return self.is_of(header, "QtGui", GUI_HEADERS)

    def widgets(self, header):
        return self.is_of(header, "QtWidgets", WIDGET_HEADERS)


def qt_modules(tree, headers=None):
    """Core knows no window; ui/base and ui/models know no widget."""
    headers = headers or QtHeaders()
    for f in tree.code("core", "ui"):
        is_core = f.path.startswith("core/")
        if not is_core and not f.path.startswith(("ui/base/", "ui/models/")):
            continue
        for line, header, _ in f.includes:
            if headers.widgets(header) or (is_core and headers.gui(header)):
                yield "qt-module", f"{f.path}:{line}", f"<{header}> does not belong here"
    for target in tree.targets.values():
        is_core = target.folder.startswith("core/")
        if not is_core and not target.folder.startswith(("ui/base", "ui/models")):
            continue
        for path, line, name in target.links:
            if name == "Qt6::Widgets" or (is_core and name in ("Qt6::Gui", "Qt6::Svg")):
                yield "qt-module", f"{path}:{line}", f"{target.name} links {name}"


# (rule, layers, pattern, sentence)
FORBIDDEN = (
    ("core-tr", ("core",), r"(?<![\w.>])(?:QObject::|QCoreApplication::)?(?:tr|translate)\s*\(",
     "core makes no sentences for people: ui/base/error_text does"),
    ("raw-then", ("core", "ui", "app"), r"(?:\.|->)\s*then\s*\(", "continue with kube::then(future, owner, fn) only"),
    ("qt-future", ("core", "ui", "app"), r"\b(?:QPromise|QFuture\w*|QtConcurrent|QtFuture)\b", "use kube::Future"),
    ("queued", ("core",), r"\bQt::(?:Blocking)?QueuedConnection\b", "threads meet in a Mailbox; a later turn of one's own is Scheduler::after(0)"),
    ("queued", ("core", "ui", "app"), r"\bQt::BlockingQueuedConnection\b", "one thread never waits for another's turn"),
    ("blocking-exec", ("ui", "app"), r"(?:\.|->)\s*exec\s*\(", "dialogs and menus open(), popup(); no nested event loop"),
    ("blocking-exec", ("ui", "app"),
     r"\b(?:QMenu::exec|QMessageBox::(?:question|warning|critical|information|about)|QFileDialog::get\w+"
     r"|QInputDialog::get\w+|QColorDialog::getColor|QFontDialog::getFont)\s*\(", "dialogs open(); no nested event loop"),
    ("singleton", ("core", "ui", "app"), r"\bstatic\b[^;{}()=]*\binstance\s*\(|\bQ_(?:GLOBAL|APPLICATION)_STATIC\b",
     "a thing is handed what it needs"),
    ("skip", ("tests",), r"\bQSKIP\b", "a test that cannot run fails"),
)

EXEMPT = {
    # The program's own loop is the one that is meant to run.
    "blocking-exec": lambda path: path.startswith("app/") and path.endswith("/main.cpp"),
}


def forbidden(tree):
    for rule, layers, pattern, sentence in FORBIDDEN:
        for f in tree.code(*layers):
            for line, match in f.find(pattern):
                if EXEMPT.get(rule, lambda path: False)(f.path):
                    continue
                yield rule, f"{f.path}:{line}", f"{match.group().strip()}: {sentence}"


def arguments(code, start):
    """The top-level arguments of the call whose opening parenthesis is at start."""
    depth, begin, found = 0, start + 1, []
    for i in range(start, len(code)):
        c = code[i]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
            if depth == 0:
                return [*found, code[begin:i].strip()]
        elif c == "," and depth == 1:
            found.append(code[begin:i].strip())
            begin = i + 1
    return []


def contextless_connect(tree):
    for f in tree.code("core", "ui", "app", "tests"):
        code = re.sub(r"\b(\w+)<[^<>();{}]*>", lambda m: m.group(1) + "\n" * m.group().count("\n"), f.code)
        for match in re.finditer(r"(?<!dis)\bconnect\s*(\()", code):
            given = arguments(code, match.start(1))
            if len(given) == 3 and re.match(r"&|[qQ](Const|NonConst)?Overload|SIGNAL\b", given[1]):
                line = code.count("\n", 0, match.start()) + 1
                yield "contextless-connect", f"{f.path}:{line}", "name the receiver: connect(sender, signal, receiver, function)"


def ports(tree):
    """A port is small: no class of core's headers has more than ten pure virtual functions."""
    for f in tree.code("core"):
        if not f.path.endswith(".h"):
            continue
        heads = [(m.start(), m.group(1)) for m in re.finditer(r"\b(?:class|struct)\s+(\w+)[^;{}()]*{", f.code)]
        for (start, name), (end, _) in zip(heads, [*heads[1:], (len(f.code), "")]):
            verbs = len(re.findall(r"\)[^;{}()]*=\s*0\s*;", f.code[start:end]))
            if verbs > 10:
                yield "ten-verbs", f"{f.path}:{f.code.count(chr(10), 0, start) + 1}", f"{name} has {verbs} verbs: it is two ports"


def hidden_names(code):
    """(name, line) of what the anonymous namespaces of a file define at their top level."""
    for space in re.finditer(r"^namespace \{\n", code, re.M):
        depth, end = 1, space.end()
        while depth and end < len(code):
            depth += {"{": 1, "}": -1}.get(code[end], 0)
            end += 1
        for m in re.finditer(r"^(?!using |template|[}#/ ])(?:.*\b(?:struct|class|enum class|enum) (\w+)(?= *[:{\n])"
                             r"|[\w:<>,&*\[\] ]+?[ &*](\w+)(?= ?[({=;\[]))", code[space.end():end], re.M):
            yield m.group(1) or m.group(2), code.count("\n", 0, space.end() + m.start()) + 1


def unity(tree):
    """Unity builds put a room's files together, in groups that depend on CMake's version: what one file hides in its
    anonymous namespace may have no namesake in another's."""
    libraries = {os.path.dirname(f.path) for f in tree.files if f.path.endswith("CMakeLists.txt") and "UNITY_BUILD OFF" not in f.text}
    apart = {os.path.dirname(f.path) for f in tree.files if f.path.endswith("CMakeLists.txt")} - libraries
    seen = {}
    for f in tree.code("core", "ui", "app"):
        folder = os.path.dirname(f.path)
        while folder and folder not in libraries | apart:
            folder = os.path.dirname(folder)
        if folder in apart or not f.path.endswith(".cpp"):
            continue
        for name, line in hidden_names(f.code):
            other = seen.setdefault((folder, name), f.path)
            if other != f.path:
                yield "unity", f"{f.path}:{line}", f"{name}: {other} hides one too, and unity builds put both together"


CLASS = re.compile(r"(?:struct|class|enum class) (\w+)(?: final)?(?: ?:[^:;][^;]*)?(?: ?\{.*)?$")


def namesakes(tree):
    """Two classes of one name in one namespace: the linker takes either's functions for both, and says nothing."""
    seen = {}
    for f in tree.code("core", "ui", "app"):
        spaces = []
        for number, line in enumerate(f.code.split("\n"), 1):
            if opened := re.match(r"namespace ([\w:]*) ?\{", line):
                spaces.append(opened.group(1))
            elif line.startswith("}") and not line.startswith("};") and spaces:
                spaces.pop()
            elif spaces and "" not in spaces and (found := CLASS.match(line)):
                name = "::".join([*spaces, found.group(1)])
                other = seen.setdefault(name, f.path)
                if other != f.path:
                    yield "namesake", f"{f.path}:{number}", f"{name}: {other} has one, too"


def spdx(tree):
    for f in tree.files:
        name = os.path.basename(f.path)
        is_script = f.text.startswith("#!")
        if (is_script or name == "CMakeLists.txt" or name.endswith((*(".cpp", ".h"), ".py", ".sh", ".cmake"))) \
                and "SPDX-License-Identifier: Apache-2.0" not in "\n".join(f.text.split("\n", 3)[:3]):
            yield "spdx", f"{f.path}:1", "no SPDX line"


def size(tree, allowed):
    """Files that are two things. `size PATH LINES` in arrows.txt lets one be, up to that many lines."""
    seen = {}
    for f in tree.files:
        if f.path.endswith((".cpp", ".h", ".py", ".sh", "CMakeLists.txt")) or f.text.startswith("#!"):
            seen[f.path] = f.text.count("\n")
            limit = 400 if f.path.startswith("tests/") else 300
            if seen[f.path] > allowed.sizes.get(f.path, limit):
                yield "size", f.path, f"{seen[f.path]} lines: split it by what it is responsible for"
            elif f.path in allowed.sizes and seen[f.path] <= limit:
                yield "stale-size", "arrows.txt", f"{f.path} has only {seen[f.path]} lines now"
    for path in allowed.sizes:
        if path not in seen:
            yield "stale-size", "arrows.txt", f"{path} does not exist"
