# SPDX-License-Identifier: Apache-2.0
"""bad_kubeconfig_test.py ORRERY: the program with every damaged kubeconfig, and with what is none at all. It ends by itself, says
what is wrong and where, and that it failed; never how a secret reads."""
import concurrent.futures
import glob
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import unittest

ORRERY = sys.argv.pop(1)
FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures", "")
FIXTURES = os.path.normpath(FIXTURES) + "/"
BAD = FIXTURES + "kubeconfig/bad/"
AT_ONCE = 4
PATIENCE = 60  # seconds until a program counts as hanging
SECRETS = ("opensesame", "0123456789", "LS0t", "MIIB")


def shut_door():
    """An address on this machine where nobody listens: whatever a file names is looked for behind it."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{door.getsockname()[1]}"


class BadKubeconfig(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.proxy = shut_door()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def path(self, name):
        return f"{self.folder.name}/{name}"

    def write(self, name, content):
        with open(self.path(name), "wb") as f:
            f.write(content)
        return self.path(name)

    def run_orrery(self, name, *args, **environment):
        home = self.path(name + ".home")
        os.mkdir(home, 0o700)
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "disabled:",
               "HOME": home, "XDG_RUNTIME_DIR": home, "HTTPS_PROXY": self.proxy, "HTTP_PROXY": self.proxy}
        env.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
        env.update(environment)
        return subprocess.run([ORRERY, "--screenshot", self.path(name + ".png"), *args], env=env, capture_output=True, timeout=PATIENCE,
                              stdin=subprocess.DEVNULL)

    def failed_in_words(self, name, ended):
        """What it said, line by line."""
        said = ended.stderr.decode()
        self.assertEqual(ended.returncode, 1, said)
        self.assertEqual(json.loads(ended.stdout)["state"], "failed")
        self.assertGreater(os.path.getsize(self.path(name + ".png")), 0)
        self.assertTrue(said.startswith("orrery: "), said)
        lines = [line.removeprefix("orrery: ") for line in said.splitlines()]
        self.assertEqual(sorted(lines), sorted(set(lines)))
        for secret in SECRETS:
            self.assertNotIn(secret, said)
        return said

    def test_every_damaged_file_is_explained(self):
        names = sorted(os.path.basename(p) for p in glob.glob(BAD + "*.yaml"))
        self.assertGreaterEqual(len(names), 70)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            outcomes = pool.map(lambda name: self.run_orrery(name, "--kubeconfig", BAD + name), names)
            for name, ended in zip(names, outcomes):
                with self.subTest(name):
                    said = self.failed_in_words(name, ended)
                    # At the place that tests/unit/core/kubeconfig/damage_test holds it to; the words may be shorter.
                    with open(BAD + name.replace(".yaml", ".expected"), encoding="utf-8") as f:
                        places = {BAD + line.split(": ")[0] + ": " for line in f if line.strip()}
                    self.assertTrue(any(place in said for place in places), f"{said}\nand not one of\n{places}")

    def explained(self, name, variable, *words):
        with self.subTest(name):
            name = name.replace(" ", "-")
            said = self.failed_in_words(name, self.run_orrery(name, KUBECONFIG=variable))
            for word in words:
                self.assertIn(word, said)

    def test_what_is_no_kubeconfig_is_explained(self):
        nothing = "there is no cluster configuration (looked at "
        too_large = "the file is larger than 16 MiB: this is no kubeconfig; check the path"
        noise = random.Random(20261123).randbytes(1024 * 1024)
        self.explained("a missing file", self.path("missing"), nothing, self.path("missing"))
        self.explained("two missing files", f"{self.path('one')}:{self.path('other')}", nothing, self.path("one"), self.path("other"))
        self.explained("a folder", self.folder.name, self.folder.name, "this is a folder, not a kubeconfig; name the file in it")
        self.explained("an empty file", self.write("empty", b""), nothing, self.path("empty"))
        self.explained("zero bytes", self.write("zeros", b"\0" * 64), self.path("zeros") + ":1:1: ")
        self.explained("noise", self.write("noise", noise), self.path("noise") + ":1:")
        self.explained("brackets", self.write("brackets", b"[" * 1024 * 1024), self.path("brackets") + ":1:")
        self.explained("50 MB of noise", self.write("much", noise * 50), self.path("much"), too_large)
        self.explained("a device", "/dev/zero", "/dev/zero", too_large)

    def test_a_pipe_is_not_waited_for_without_end(self):
        os.mkfifo(self.path("pipe"))
        self.explained("a pipe", self.path("pipe"), self.path("pipe"), "this is a pipe, and nothing came out of it")

    def test_what_may_not_be_opened_is_explained(self):
        # The superuser may read every file, but nobody opens a socket.
        with socket.socket(socket.AF_UNIX) as door:
            door.bind(self.path("socket"))
            self.explained("a socket", self.path("socket"), self.path("socket"), "the file cannot be read (", "; check its owner and permissions")


if __name__ == "__main__":
    unittest.main()
