# SPDX-License-Identifier: Apache-2.0
"""program_cluster_test.py ORRERY: the program as a user starts it, on the real API server: what it shows, by --screenshot."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
import uuid

ORRERY = sys.argv.pop(1)
CLUSTER = os.environ["ORRERY_CLUSTER"]
PNG = b"\x89PNG\r\n\x1a\n"


def kubectl(*args):
    subprocess.run([CLUSTER, "kubectl", *args], check=True, capture_output=True, timeout=120)


class ProgramTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.namespace = "program-" + uuid.uuid4().hex[:10]
        kubectl("create", "namespace", cls.namespace)
        kubectl("-n", cls.namespace, "create", "deployment", "hello", "--image=hello", "--replicas=3")
        kubectl("-n", cls.namespace, "rollout", "status", "deployment", "hello", "--timeout=60s")

    @classmethod
    def tearDownClass(cls):
        kubectl("delete", "namespace", cls.namespace, "--wait=false")
        cls.home.cleanup()

    def shot(self, *args):
        """(exit status, the line of JSON, the picture)"""
        home, picture = self.home.name, self.home.name + "/window.png"
        if os.path.exists(picture):
            os.remove(picture)
        env = {**os.environ, "HOME": home, **{f"XDG_{d}_HOME": f"{home}/{d}" for d in ("CONFIG", "CACHE", "DATA", "STATE")},
               "XDG_RUNTIME_DIR": home}
        ended = subprocess.run([ORRERY, "--kubeconfig", os.environ["ORRERY_TEST_KUBECONFIG"], "--screenshot", picture, *args],
                               env=env, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
        lines = ended.stdout.decode().splitlines()
        self.assertEqual(len(lines), 1, ended)
        with open(picture, "rb") as f:
            return ended.returncode, json.loads(lines[0]), f.read()

    def test_the_pods_of_a_namespace_are_live(self):
        status, said, picture = self.shot("-n", self.namespace, "pods")
        self.assertEqual((status, said["state"], said["rows"], said["context"]), (0, "live", 3, "cluster-admin"))
        self.assertTrue(picture.startswith(PNG))

    def test_a_short_name_opens_its_kind(self):
        status, said, _ = self.shot("-n", self.namespace, "deploy")
        self.assertEqual((status, said["state"], said["rows"]), (0, "live", 1))

    def test_all_namespaces_hold_more(self):
        status, said, _ = self.shot("-A", "pods")
        self.assertEqual((status, said["state"]), (0, "live"))
        self.assertGreaterEqual(said["rows"], 3)

    def test_a_token_user_sees_what_it_may(self):
        status, said, _ = self.shot("--context", "viewer", "-n", self.namespace, "pods")
        self.assertEqual((status, said["state"], said["rows"]), (0, "live", 3))

    def test_a_user_without_rights_is_told_so(self):
        status, said, picture = self.shot("--context", "nobody", "pods")
        self.assertNotEqual(status, 0)
        self.assertEqual((said["state"], said["rows"]), ("forbidden", 0))
        self.assertTrue(picture.startswith(PNG))

    def test_users_of_one_namespace_work_in_it(self):
        for context in ("web-only", "pods-only"):
            status, said, _ = self.shot("--context", context, "-n", "web", "pods")
            self.assertEqual((status, said["state"]), (0, "live"), context)

    def test_a_server_that_is_away_is_failed(self):
        status, said, _ = self.shot("--server", "https://127.0.0.1:1", "pods")
        self.assertNotEqual(status, 0)
        self.assertNotEqual(said["state"], "live")


if __name__ == "__main__":
    unittest.main()
