# SPDX-License-Identifier: Apache-2.0
"""docs_test.py SOURCE FOLDER DOXYGEN: the documentation of core's headers is built by the Doxyfile, into FOLDER."""
import os
import re
import shutil
import subprocess
import sys
import unittest

SOURCE, FOLDER, DOXYGEN = sys.argv[1:]
del sys.argv[1:]


def doxygen(*settings):
    shutil.rmtree(FOLDER, ignore_errors=True)
    os.makedirs(FOLDER)
    lines = ["@INCLUDE = Doxyfile", f"OUTPUT_DIRECTORY = {FOLDER}", *settings]
    return subprocess.run([DOXYGEN, "-"], input="\n".join(lines), cwd=SOURCE, capture_output=True, text=True, timeout=280)


def is_generated(path):
    with open(path, encoding="utf-8") as f:
        return "Made by core/kubernetes/generate.py" in f.read(200)


class DocsTest(unittest.TestCase):
    def test_doxygen_warns_of_nothing(self):
        ended = doxygen()
        self.assertEqual((ended.stderr, ended.returncode), ("", 0))
        self.assertTrue(os.path.exists(f"{FOLDER}/docs/index.html"))

    def test_every_class_function_and_type_is_documented(self):
        """Fields say by their names what they are, or have a comment; what is generated is named by the API's schema."""
        ended = doxygen("WARN_IF_UNDOCUMENTED = YES", "WARN_AS_ERROR = NO", "GENERATE_HTML = NO", "GENERATE_XML = YES")
        bare = set()
        for path, said in re.findall(r"^(/[^:\n]+):\d+: warning: (.* is not documented)\.$", ended.stderr, re.MULTILINE):
            name = os.path.relpath(path, SOURCE)
            if "(variable)" not in said and not is_generated(path):
                bare.add(f"{name}: {said}")
        self.assertFalse(bare, "\n".join(sorted(bare)))
        self.assertIn("(variable)", ended.stderr)  # it has been asked

    def test_what_is_left_out_exists(self):
        with open(f"{SOURCE}/core/private_headers.txt", encoding="utf-8") as f:
            left_out = [line.split()[-1] for line in f if line.startswith("EXCLUDE")]
        self.assertGreater(len(left_out), 10)
        for path in left_out:
            self.assertTrue(os.path.exists(f"{SOURCE}/{path}"), path)


unittest.main(verbosity=2)
