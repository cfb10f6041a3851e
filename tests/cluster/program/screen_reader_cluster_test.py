# SPDX-License-Identifier: Apache-2.0
"""screen_reader_cluster_test.py ORRERY: somebody who uses the program through a screen reader scales a Deployment.

The real program on the real API server, on an X server and an accessibility bus of the test's own.
"""
import reader_session

reader_session.enter()

import os  # noqa: E402  (inside of the session alone, as all that follows)
import subprocess  # noqa: E402
import sys  # noqa: E402
import unittest  # noqa: E402
import uuid  # noqa: E402

from reader_session import end  # noqa: E402
from screen_reader import FOLDER, KUBECONFIG, PATIENCE, Atspi, Reader, kubectl, wait  # noqa: E402

ORRERY = sys.argv.pop(1)


class ScaleByReader(unittest.TestCase):
    def setUp(self):
        self.folder = FOLDER
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


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # later versions of Atspi have other names
