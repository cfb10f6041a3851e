#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each rule of check.py fires on a small tree that breaks it, and on nothing else."""
import os
import tempfile
import unittest

import check

SPDX = "// SPDX-License-Identifier: Apache-2.0\n"
ROOM = "# SPDX-License-Identifier: Apache-2.0\norrery_room({name} LAYER core SOURCES a.cpp LINKS {links})\n"
ARROWS = """\
core/base ->
core/cache -> core/base
core/session -> core/cache
core/session/ports -> core/base
ui/models -> core/session/ports
ui/models/row_feed* -> core/cache
app -> ui/models
"""
GOOD = {
    "core/base/CMakeLists.txt": ROOM.format(name="kube_base", links="Qt6::Core"),
    "core/base/error.h": SPDX + "struct Error {};\n",
    "core/base/mailbox.cpp": SPDX + "auto kind = Qt::AutoConnection;\n",
    "core/cache/CMakeLists.txt": ROOM.format(name="kube_cache", links="kube_base"),
    "core/cache/store.cpp": SPDX + '#include "core/base/error.h"\n// connect(a, &B::c, d); .then( tr( QSKIP\nauto s = "QPromise";\n',
    "core/session/CMakeLists.txt": ROOM.format(name="kube_session", links="kube_cache"),
    "core/session/session.cpp": SPDX + '#include "core/cache/store.h"\n',
    "core/session/ports/port.h": SPDX + '#include "core/base/error.h"\nstruct Port { virtual void a() = 0; };\n',
    "ui/models/CMakeLists.txt": ROOM.format(name="orrery_models", links="kube_session kube_cache Qt6::Gui"),
    "ui/models/model.cpp": SPDX + '#include "core/session/ports/port.h"\n#include "ui/models/row_feed.h"\n#include <QColor>\nvoid f() { x = tr("words"); }\n',
    "ui/models/row_feed.cpp": SPDX + '#include "core/cache/store.h"\n#include "ui/models/model.h"\n',
    "app/CMakeLists.txt": "# SPDX-License-Identifier: Apache-2.0\nadd_executable(orrery main.cpp)\n"
                          "target_link_libraries(orrery PRIVATE orrery_models)\n",
    "app/main.cpp": SPDX + '#include "ui/models/model.h"\nint main() { return app.exec(); }\n',
    "tests/good_test.cpp": SPDX + "void t() { connect(a, &B::c, this, [] {}); bus.connect(s, p, i, n, this, SLOT(f())); }\n",
}


def check_tree(files, arrows=ARROWS):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            os.makedirs(os.path.dirname(f"{root}/{path}"), exist_ok=True)
            with open(f"{root}/{path}", "w", encoding="utf-8") as f:
                f.write(text)
        with open(f"{root}/arrows.txt", "w", encoding="utf-8") as f:
            f.write(arrows)
        return check.check(root, f"{root}/arrows.txt")


class SelfTest(unittest.TestCase):
    def fires(self, rule, path=None, code="", arrows=ARROWS, spdx=True, where=None):
        """The good tree with one file more, or more in one, breaks that rule and no other."""
        files = dict(GOOD)
        if path:
            files[path] = files.get(path, SPDX if spdx else "") + code
        found = check_tree(files, arrows)
        self.assertEqual({r for r, _, _ in found}, {rule}, found)
        if where:
            self.assertEqual(found[0][1], where)

    def test_a_good_tree_has_no_problems(self):
        self.assertEqual(check_tree(GOOD), [])

    def test_a_new_arrow_by_include(self):
        self.fires("new-arrow", "core/base/new.cpp", '\n#include "core/cache/store.h"\n', where="core/base/new.cpp:3")

    def test_a_new_arrow_by_link(self):
        self.fires("new-arrow", "core/base/CMakeLists.txt", "target_link_libraries(kube_base PRIVATE kube_cache)\n")

    def test_a_stale_arrow(self):
        self.fires("stale-arrow", arrows=ARROWS.replace("core/session -> core/cache", "core/session -> core/cache core/base"))

    def test_an_arrow_to_nowhere(self):
        self.fires("stale-arrow", arrows=ARROWS.replace("core/session -> core/cache", "core/session -> core/cache core/none"))

    def test_a_room_without_files(self):
        self.fires("stale-room", arrows=ARROWS + "core/none ->\n")

    def test_a_room_that_is_not_listed(self):
        self.fires("unlisted-room", "core/fresh/a.cpp", '#include "core/base/error.h"\n')

    def test_a_room_that_is_not_listed_and_uses_nothing(self):
        self.fires("unlisted-room", "core/fresh/a.cpp", "int a;\n")

    def test_a_circle(self):
        found = check_tree({**GOOD, "core/base/new.cpp": SPDX + '#include "core/cache/store.h"\n'},
                           ARROWS.replace("core/base ->", "core/base -> core/cache"))
        self.assertEqual({r for r, _, _ in found}, {"circle"}, found)

    def test_a_layer_that_looks_up(self):
        self.fires("layer", "core/base/new.cpp", '#include "ui/models/model.h"\n')
        self.fires("layer", "ui/models/new.cpp", '#include "app/main.h"\n')

    def test_ui_that_uses_more_of_core_than_its_ports(self):
        self.fires("layer", "ui/models/new.cpp", '#include "core/session/session.h"\n')
        self.fires("layer", "ui/models/new.cpp", '#include "core/cache/store.h"\n')

    def test_a_layer_broken_with_permission(self):
        files = {**GOOD, "ui/models/new.cpp": SPDX + '#include "core/cache/store.h"\n'}
        found = check_tree(files, ARROWS.replace("ui/models -> core/session/ports", "ui/models -> core/session/ports core/cache"))
        self.assertIn("layer", {r for r, _, _ in found})

    def test_an_arrows_file_that_is_not_understood(self):
        self.fires("arrows-file", arrows=ARROWS + "core/base => core/cache\n")

    def test_core_with_a_window(self):
        for header in ("QtGui", "QColor", "QtGui/QColor", "QWidget", "QApplication", "QTableView"):
            self.fires("qt-module", "core/base/new.cpp", f"#include <{header}>\n")
        self.fires("qt-module", "core/base/CMakeLists.txt", "target_link_libraries(kube_base PUBLIC Qt6::Gui)\n")

    def test_a_model_with_a_widget(self):
        self.fires("qt-module", "ui/models/new.cpp", "#include <QTableView>\n")

    def test_core_that_speaks_to_people(self):
        self.fires("core-tr", "core/base/new.cpp", 'auto s = tr("words");\n')
        self.fires("core-tr", "core/base/new.cpp", 'auto s = QCoreApplication::translate("c", "words");\n')

    def test_raw_then(self):
        self.fires("raw-then", "ui/models/new.cpp", "void f() { future.then(g); }\n")

    def test_qt_s_futures(self):
        for word in ("QPromise<int> p;", "QFuture<int> f;", "auto r = QtConcurrent::run(g);"):
            self.fires("qt-future", "core/cache/new.cpp", word + "\n")

    def test_queued_connections(self):
        for path in ("core/cache/new.cpp", "core/base/mailbox.cpp"):
            self.fires("queued", path, "auto kind = Qt::QueuedConnection;\n")
        self.fires("queued", "ui/models/new.cpp", "auto kind = Qt::BlockingQueuedConnection;\n")

    def test_a_connect_without_a_receiver(self):
        for code in ("connect(a, &B::c, [this] { d(); });", "QObject::connect(a(), &B::c,\n  [x, y] { d(x, y); });",
                     "connect(a, qOverload<int, int>(&B::c), d);", "connect(a, SIGNAL(c()), SLOT(d()));"):
            self.fires("contextless-connect", "ui/models/new.cpp", f"void f() {{ {code} }}\n")

    def test_blocking_dialogs(self):
        for code in ("dialog.exec();", "menu->exec(at);", "QMessageBox::question(this, a, b);", "auto f = QFileDialog::getOpenFileName();"):
            self.fires("blocking-exec", "ui/models/new.cpp", f"void f() {{ {code} }}\n")

    def test_skipped_tests(self):
        self.fires("skip", "tests/new_test.cpp", 'void f() { QSKIP("no server"); }\n')

    def test_singletons(self):
        self.fires("singleton", "core/base/new.h", "struct A { static A &instance(); };\n")
        self.fires("singleton", "core/base/new.cpp", "Q_GLOBAL_STATIC(A, theA)\n")

    def test_a_missing_licence(self):
        self.fires("spdx", "core/base/new.cpp", "int a;\n", spdx=False)
        self.fires("spdx", "tests/new.sh", "#!/bin/sh\n", spdx=False)

    def test_a_port_of_many_verbs(self):
        verbs = "".join(f"virtual void v{i}() const = 0;\n" for i in range(11))
        self.fires("ten-verbs", "core/base/new.h", f"class P {{\n{verbs}}};\n")
        two = "".join(f"class P{k} {{\n{verbs[:verbs.index('virtual void v6')]}}};\n" for k in "ab")
        self.assertEqual(check_tree({**GOOD, "core/base/new.h": SPDX + two}), [])

    def test_a_hidden_name_twice_in_a_room(self):
        hidden = "namespace {\n\nchar folded(char c)\n{\n    return c;\n}\n\n} // namespace\n"
        elsewhere = {"core/base/other.cpp": SPDX + hidden, "core/base/more.cpp": SPDX + hidden.replace("folded", "lowered")}
        self.assertEqual(check_tree({**GOOD, **elsewhere}), [])
        found = check_tree({**GOOD, **elsewhere, "core/base/mailbox.cpp": SPDX + hidden})
        self.assertEqual([(rule, where) for rule, where, _ in found], [("unity", "core/base/other.cpp:4")])

    def test_a_class_and_its_namesake(self):
        opened, closed = "namespace kube {\n\n", "\n\n} // namespace kube\n"
        rest = {"core/base/flow.h": SPDX + opened + "class Flow\n{\npublic:\n    ~Flow();\n};" + closed}
        other = opened + "struct Flow : Base {\n    int levels;\n};" + closed
        for told in (opened + "class Flow;" + closed, other.replace("kube", "orrery"), opened + "namespace {\n\nstruct Flow {\n};\n\n} // namespace" + closed):
            self.assertEqual(check_tree({**GOOD, **rest, "core/cache/flow.h": SPDX + told}), [])
        found = check_tree({**GOOD, **rest, "core/cache/flow.h": SPDX + other})
        self.assertEqual([(rule, where) for rule, where, _ in found], [("namesake", "core/cache/flow.h:4")])

    def test_a_long_file(self):
        self.fires("size", "core/base/new.cpp", "\n" * 300)
        self.fires("size", "tests/new_test.cpp", "\n" * 400)
        self.assertEqual(check_tree({**GOOD, "core/base/new.cpp": SPDX + "\n" * 300}, ARROWS + "size core/base/new.cpp 310\n"), [])

    def test_a_size_that_is_not_needed(self):
        self.fires("stale-size", arrows=ARROWS + "size core/base/error.h 400\n")
        self.fires("stale-size", arrows=ARROWS + "size core/base/none.h 400\n")

    def test_digits_and_raw_strings_hide_nothing(self):
        self.fires("raw-then", "ui/models/new.cpp", "int a = 120'000; auto b = R\"(\")\"; void f() { c.then(d); } int e = 1'0;\n")


if __name__ == "__main__":
    unittest.main()
