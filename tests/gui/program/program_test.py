# SPDX-License-Identifier: Apache-2.0
"""program_test.py ORRERY ORRERY_DEMO: the command line of the program, with a demo cluster, a bad kubeconfig and no display."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

ORRERY, DEMO = sys.argv[1:3]
del sys.argv[1:3]
PNG = b"\x89PNG\r\n\x1a\n"
PATIENCE = 120


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.home = cls.folder.name
        os.chmod(cls.home, 0o700)
        cls.demo = subprocess.Popen([DEMO, "--pods", "40", "--end-with-input"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        cls.kubeconfig = cls.demo.stdout.readline().decode().strip()

    @classmethod
    def tearDownClass(cls):
        cls.demo.stdin.close()
        cls.demo.wait(PATIENCE)
        cls.demo.stdout.close()
        cls.folder.cleanup()

    def run_orrery(self, *args, **environment):
        """An environment without display, session bus and anything of the user's."""
        env = {"PATH": os.path.dirname(DEMO) + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "disabled:", "HOME": self.home, "XDG_RUNTIME_DIR": self.home}
        env.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
        env.update(environment)
        return subprocess.run([ORRERY, *args], env=env, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)

    def shot(self, *args, **environment):
        """(exit status, the line of JSON, what was said, the picture)"""
        picture = self.home + "/window.png"
        if os.path.exists(picture):
            os.remove(picture)
        ended = self.run_orrery("--screenshot", picture, *args, **environment)
        lines = ended.stdout.decode().splitlines()
        self.assertEqual(len(lines), 1, ended)
        said = json.loads(lines[0])
        self.assertEqual(set(said), {"view", "context", "state", "rows", "objects"})
        with open(picture, "rb") as f:
            picture = f.read()
        self.assertTrue(picture.startswith(PNG))
        return ended.returncode, said, ended.stderr.decode(), picture


class WithoutDisplay(Case):
    def test_help_and_version_need_none(self):
        ended = self.run_orrery("--help")
        self.assertEqual((ended.returncode, ended.stderr), (0, b""))
        self.assertIn(b"--screenshot", ended.stdout)
        ended = self.run_orrery("--version")
        self.assertEqual((ended.returncode, ended.stderr), (0, b""))
        self.assertRegex(ended.stdout.decode(), r"^orrery \d+\.\d+\.\d+\n$")

    def test_help_comes_before_anything_else(self):
        ended = self.run_orrery("--kubeconfig", "/nowhere", "pods", "--help")
        self.assertEqual(ended.returncode, 0)

    def test_a_window_says_there_is_none_and_what_works_without(self):
        ended = self.run_orrery("--kubeconfig", self.kubeconfig)
        self.assertEqual((ended.returncode, ended.stdout), (1, b""))
        self.assertIn(b"no display", ended.stderr)
        self.assertIn(b"--screenshot", ended.stderr)

    def test_a_wrong_option_is_exit_2_and_points_at_help(self):
        ended = self.run_orrery("--nonsense")
        self.assertEqual((ended.returncode, ended.stdout), (2, b""))
        self.assertIn(b"nonsense", ended.stderr)
        self.assertIn(b"--help", ended.stderr)


class Screenshot(Case):
    def test_the_line_says_what_the_picture_shows(self):
        status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "-A", "pods")
        self.assertEqual((status, words), (0, ""))
        self.assertEqual((said["view"], said["context"], said["state"]), ("pods", "demo", "live"))
        self.assertGreater(said["rows"], 0)
        self.assertEqual(said["rows"], said["objects"])

    def test_kind_and_name_in_both_forms(self):
        for words in (["deploy", "api"], ["deployment/api"]):
            status, said, _, _ = self.shot("--kubeconfig", self.kubeconfig, "-n", "payments", *words)
            self.assertEqual((status, said["view"], said["state"]), (0, "deployments.apps", "live"), words)

    def test_the_view_may_be_named_by_its_own_option(self):
        status, said, _, _ = self.shot("--kubeconfig", self.kubeconfig, "--screenshot-view", "nodes", "--theme", "dark", "--screenshot-size", "900x600")
        self.assertEqual((status, said["view"], said["state"]), (0, "nodes", "live"))

    def test_an_instrument_is_a_view_too(self):
        status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "-A", "pods", "--screenshot-view", "pipeline")
        self.assertEqual((status, said["view"], said["state"], words), (0, "pipeline", "live", ""))

    def test_leases_are_the_instrument_that_is_a_table(self):
        status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "-A", "--screenshot-view", "leases")
        self.assertEqual((status, said["view"], said["state"], words), (0, "leases.coordination.k8s.io", "live", ""))
        self.assertGreater(said["rows"], 0)

    def test_what_cannot_be_watched_is_settled_when_it_has_been_read(self):
        for kind, view in (("nodemetrics", "nodes.metrics.k8s.io"), ("podmetrics", "pods.metrics.k8s.io")):
            status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "-A", kind)
            self.assertEqual((status, said["view"], said["state"], words), (0, view, "as-of", ""))
            self.assertGreater(said["rows"], 0)
            self.assertEqual(said["rows"], said["objects"])

    def test_the_demo_comes_along(self):
        status, said, _, _ = self.shot("--demo", "--demo-pods", "12", "-A", "pods")
        self.assertEqual((status, said["state"], said["context"]), (0, "live", "demo"))

    def test_a_user_without_rights_is_forbidden(self):
        status, said, _, _ = self.shot("--kubeconfig", self.kubeconfig, "--context", "demo-nobody", "pods")
        self.assertEqual((status, said["state"], said["rows"]), (1, "forbidden", 0))

    def test_an_impersonated_user_has_that_ones_rights(self):
        status, said, _, _ = self.shot("--kubeconfig", self.kubeconfig, "--as", "nobody", "pods")
        self.assertEqual((status, said["state"]), (1, "forbidden"))

    def test_read_only_looks_as_well(self):
        status, said, _, _ = self.shot("--kubeconfig", self.kubeconfig, "--read-only", "-A", "deployments")
        self.assertEqual((status, said["state"]), (0, "live"))

    def test_an_unknown_kind_is_said_with_a_hint(self):
        status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "podz")
        self.assertEqual((status, said["state"], said["view"]), (1, "failed", "podz"))
        self.assertIn('no resource "podz"', words)
        self.assertIn("Did you mean pods", words)

    def test_a_server_that_is_away_is_failed_with_the_reason(self):
        status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "--server", "https://127.0.0.1:1", "pods")
        self.assertEqual((status, said["state"], said["rows"]), (1, "failed", 0))
        self.assertNotEqual(words, "")

    def test_master_is_servers_other_name_and_needs_no_kubeconfig(self):
        status, said, words, _ = self.shot("--master", "http://127.0.0.1:1", "pods")
        self.assertEqual((status, said["state"], said["context"]), (1, "failed", "http://127.0.0.1:1"), words)

    def test_no_kubeconfig_at_all_is_said_with_what_to_do(self):
        status, said, words, _ = self.shot("pods")
        self.assertEqual((status, said["state"]), (1, "failed"))
        self.assertIn("KUBECONFIG", words)

    def test_a_context_that_does_not_exist_is_named_with_those_that_do(self):
        status, said, words, _ = self.shot("--kubeconfig", self.kubeconfig, "--context", "nope", "pods")
        self.assertEqual((status, said["state"]), (1, "failed"))
        self.assertIn('"nope"', words)
        self.assertIn("demo-viewer", words)

    def test_without_a_current_context_one_must_be_chosen(self):
        path = self.home + "/without-current"
        with open(self.kubeconfig) as source, open(path, "w") as target:
            target.write(source.read().replace("current-context: demo\n", ""))
        status, said, words, _ = self.shot("--kubeconfig", path, "pods")
        self.assertEqual((status, said["state"]), (1, "failed"))
        self.assertIn("--context", words)
        status, said, _, _ = self.shot("--kubeconfig", path, "--context", "demo", "-A", "pods")
        self.assertEqual((status, said["state"]), (0, "live"))

    def test_a_picture_that_cannot_be_written_is_no_success(self):
        ended = self.run_orrery("--kubeconfig", self.kubeconfig, "--screenshot", self.home + "/no/such/folder/window.png", "-A", "pods")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("window.png", ended.stderr.decode())

    def test_kubeconfig_is_read_from_the_variable_too(self):
        status, said, _, _ = self.shot("-A", "pods", KUBECONFIG=self.kubeconfig)
        self.assertEqual((status, said["state"]), (0, "live"))

    def test_nothing_is_kept_of_a_picture(self):
        self.shot("--kubeconfig", self.kubeconfig, "-A", "pods")
        self.assertFalse(os.path.exists(self.home + "/.config/orrery/window.ini"))


if __name__ == "__main__":
    unittest.main()
