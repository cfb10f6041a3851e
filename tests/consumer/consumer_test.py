# SPDX-License-Identifier: Apache-2.0
"""consumer_test.py SOURCE BUILD FOLDER CMAKE COMPILER [FLAG…]: what `cmake --install` gives, and a program built upon it
alone. Leaves FOLDER/build/list-pods for consumer_cluster_test.py."""
import os
import re
import shutil
import subprocess
import sys
import unittest

SOURCE, BUILD, FOLDER, CMAKE, COMPILER, *FLAGS = sys.argv[1:]
del sys.argv[1:]
PREFIX, WORK, OUT = (f"{FOLDER}/{name}" for name in ("prefix", "program", "build"))


def run(*command, **options):
    ended = subprocess.run(command, capture_output=True, text=True, timeout=600, **options)
    if ended.returncode:
        raise AssertionError(f"{' '.join(command)}\n{ended.stdout}\n{ended.stderr}")
    return ended.stdout


def headers():
    found = []
    for folder, _, names in os.walk(f"{PREFIX}/include/orrery"):
        found += [os.path.relpath(f"{folder}/{n}", f"{PREFIX}/include/orrery") for n in names]
    return sorted(found)


def files(folder):
    for place, _, names in os.walk(folder):
        yield from (f"{place}/{n}" for n in names)


class ConsumerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(FOLDER, ignore_errors=True)
        # Installed in one place and used in another: the tree may be moved.
        run(CMAKE, "--install", BUILD, "--component", "core", "--prefix", f"{FOLDER}/first")
        os.rename(f"{FOLDER}/first", PREFIX)
        shutil.copytree(f"{SOURCE}/tests/consumer/program", WORK)
        with open(f"{WORK}/every_header.cpp", "w", encoding="utf-8") as f:
            f.write("// SPDX-License-Identifier: Apache-2.0\n" + "".join(f'#include "{h}"\n' for h in headers()))
        run(CMAKE, "-G", "Ninja", "-S", WORK, "-B", OUT, f"-DCMAKE_PREFIX_PATH={PREFIX}", f"-DCMAKE_CXX_COMPILER={COMPILER}",
            f"-DCMAKE_CXX_FLAGS={' '.join(FLAGS)}", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON")
        run(CMAKE, "--build", OUT, "--target", "list-pods")

    def test_no_qt_gui_is_linked(self):
        libraries = run("ldd", f"{OUT}/list-pods")
        self.assertIn("libQt6Core", libraries)
        self.assertIn("libQt6Network", libraries)
        self.assertNotRegex(libraries, r"libQt6(Gui|Widgets|Svg|DBus)|not found")

    def test_the_installed_tree_alone_is_used(self):
        with open(f"{OUT}/compile_commands.json", encoding="utf-8") as f:
            commands = f.read()
        self.assertIn(f"{PREFIX}/include/orrery", commands)
        self.assertIsNone(re.search(rf"-(I|isystem) *{re.escape(SOURCE)}[ \"/]+(?!{re.escape(FOLDER[len(SOURCE) + 1:])})", commands))
        with open(f"{OUT}/build.ninja", encoding="utf-8") as f:
            self.assertNotIn(f"{BUILD}/core/", f.read())

    def test_nothing_of_how_it_was_built_is_handed_on(self):
        """Warnings, precompiled headers, sanitizers and this machine's folders are the tree's own."""
        seen = []
        for path in files(PREFIX):  # lib, lib64, lib/x86_64-linux-gnu: as the system has it
            if path.endswith(".cmake"):
                seen.append(os.path.basename(path))
                with open(path, encoding="utf-8") as f:
                    text = f.read()
                for word in (SOURCE, BUILD, "orrery_flags", "-W", "fsanitize", "QT_NO_", "pch"):
                    self.assertNotIn(word, text, path)
        self.assertIn("OrreryCoreTargets.cmake", seen)

    def test_every_installed_header_compiles(self):
        run(CMAKE, "--build", OUT, "--target", "every-header")

    def test_an_installed_header_needs_no_header_that_is_not(self):
        installed = set(headers())
        self.assertGreater(len(installed), 150)
        for path in installed:
            with open(f"{PREFIX}/include/orrery/{path}", encoding="utf-8") as f:
                for needed in re.findall(r'^#include "([^"]+)"', f.read(), re.MULTILINE):
                    self.assertIn(needed, installed, path)

    def test_no_folder_is_left_empty(self):
        for folder, folders, names in os.walk(PREFIX):
            self.assertTrue(folders or names, folder)

    def test_a_component_that_is_not_there_is_refused_by_name(self):
        os.makedirs(f"{FOLDER}/wrong", exist_ok=True)
        with open(f"{FOLDER}/wrong/CMakeLists.txt", "w", encoding="utf-8") as f:
            f.write("cmake_minimum_required(VERSION 3.25)\nproject(Wrong LANGUAGES NONE)\nfind_package(Orrery REQUIRED COMPONENTS gui)\n")
        ended = subprocess.run([CMAKE, "-G", "Ninja", "-S", f"{FOLDER}/wrong", "-B", f"{FOLDER}/wrong/build", f"-DCMAKE_PREFIX_PATH={PREFIX}"],
                               capture_output=True, text=True, timeout=120)
        self.assertNotEqual(ended.returncode, 0)
        self.assertIn("no component gui", ended.stderr)

    def test_the_program_says_why_it_cannot(self):
        ended = subprocess.run([f"{OUT}/list-pods", "-kubeconfig", f"{FOLDER}/none"], capture_output=True, text=True, timeout=60)
        self.assertEqual(ended.returncode, 1)
        self.assertIn(f"{FOLDER}/none", ended.stderr)


unittest.main(verbosity=2)
