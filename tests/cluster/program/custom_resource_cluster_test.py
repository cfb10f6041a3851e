# SPDX-License-Identifier: Apache-2.0
"""custom_resource_cluster_test.py ORRERY: a CustomResourceDefinition comes, changes and goes while the program looks at it.

Everything is seen through AT-SPI, and what is defined or stored is kubectl's to say. The program is never started anew.
"""
import reader_session

reader_session.enter()

import json  # noqa: E402  (inside of the session alone, as all that follows)
import sys  # noqa: E402
import unittest  # noqa: E402
import uuid  # noqa: E402

from edit_reader import Editor, Program, key  # noqa: E402
from screen_reader import FOLDER, PATIENCE, Atspi, Reader, kubectl, wait  # noqa: E402

ORRERY = sys.argv.pop(1)


class CustomResources(unittest.TestCase):
    def setUp(self):
        Atspi.init()
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.assertGreaterEqual(Atspi.get_desktop(0).get_child_count(), 0)  # the accessibility bus is up
        self.mark = uuid.uuid4().hex[:8]
        self.namespace = "crd-" + self.mark
        self.group = f"zz{self.mark}.example.com"  # the last one in the tree
        self.crd = f"moons.{self.group}"
        kubectl("create", "namespace", self.namespace)
        self.addCleanup(kubectl, "delete", "namespace", self.namespace, "--wait=false")
        self.addCleanup(kubectl, "delete", "crd", self.crd, "--ignore-not-found", "--wait=false")

    def run_program(self, kind):
        program = Program(ORRERY, f"{FOLDER}/home/{self.namespace}", "cluster-admin", self.namespace, kind)
        self.addCleanup(program.close)
        Reader.find("label", "● live")
        return program

    @staticmethod
    def apply(document):
        with open(f"{FOLDER}/document.json", "w", encoding="utf-8") as file:
            json.dump(document, file)
        kubectl("apply", "-f", f"{FOLDER}/document.json")

    def version(self, name, columns, **fields):
        spec = {"type": "object", "properties": {"colour": {"type": "string"}, "size": {"type": "string"}, **fields}}
        condition = {"type": "object", "properties": {one: {"type": "string"} for one in ("type", "status", "reason")}}
        status = {"type": "object", "properties": {"conditions": {"type": "array", "items": condition}}}
        return {"name": name, "served": True, "storage": name == "v1", "subresources": {"status": {}},
                "schema": {"openAPIV3Schema": {"type": "object", "properties": {"spec": spec, "status": status}}},
                "additionalPrinterColumns": [{"name": one, "type": "string", "jsonPath": f".spec.{one.lower()}"} for one in columns]}

    def define(self, *versions):
        self.apply({"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": {"name": self.crd},
                    "spec": {"group": self.group, "scope": "Namespaced", "names": {"kind": "Moon", "plural": "moons"}, "versions": versions}})
        kubectl("wait", "--for=condition=Established", f"--timeout={PATIENCE}s", f"crd/{self.crd}")

    def moon(self, name, colour="grey", ready=None):
        self.apply({"apiVersion": f"{self.group}/v1", "kind": "Moon", "metadata": {"name": name, "namespace": self.namespace}, "spec": {"colour": colour, "size": "small"}})
        if ready is not None:
            self.proxied_status(name, ready)

    def proxied_status(self, name, ready):
        """kubectl 1.20 writes no status by itself: PUT it."""
        stored = json.loads(kubectl("-n", self.namespace, "get", self.crd, name, "-o", "json"))
        stored["status"] = {"conditions": [{"type": "Ready", "status": "True" if ready else "False", "reason": "Eclipse"}]}
        with open(f"{FOLDER}/status.json", "w", encoding="utf-8") as file:
            json.dump(stored, file)
        kubectl("replace", "--raw", f"/apis/{self.group}/v1/namespaces/{self.namespace}/moons/{name}/status", "-f", f"{FOLDER}/status.json")

    @staticmethod
    def titles(table):
        """What is just being made anew is not there: None."""
        headers = [table.get_column_header(c) for c in range(table.get_n_columns())]
        return [header and header.get_name() for header in headers]

    @staticmethod
    def rows(table):
        try:
            return Reader.cells(table)
        except AttributeError:  # a cell went while it was looked at
            return {}

    def open_moons(self):
        """By the tree, which shows the kind by itself."""
        tree = Reader.find("tree", "Clusters")
        Reader.click(Reader.cell(tree, "ConfigMaps"))
        for step in ("Custom resources", self.group, "Moons"):
            Reader.cell(tree, step)
            names = [tree.get_accessible_at(row, 0).get_name() for row in range(tree.get_n_rows())]
            key("End")
            for _ in names[max(at for at, name in enumerate(names) if name.startswith(step)) + 1:]:
                key("Up")
            wait(f"{step} to be chosen", lambda: Reader.cell(tree, step).get_state_set().contains(Atspi.StateType.SELECTED))
            key("Return" if step == "Moons" else "Right")
        return Reader.find("table", "Moons")

    def test_a_definition_appears_changes_and_goes_under_an_open_table(self):
        self.run_program("configmaps")
        self.define(self.version("v1", ["Colour"]), self.version("v1beta1", ["Size"]))
        self.moon("luna", ready=True)
        self.moon("io", ready=False)
        table = self.open_moons()
        wait("its rows", lambda: set(self.rows(table)) == {"luna", "io"})
        self.assertEqual(self.titles(table)[1:], ["NAME", "COLOUR", "CONDITIONS"])
        rows = self.rows(table)
        self.assertEqual(rows["luna"]["CONDITIONS"], "Ready")
        self.assertEqual(rows["io"]["CONDITIONS"], "Not Ready: Eclipse")
        self.assertEqual(rows["io"]["COLOUR"], "grey")

        self.define(self.version("v1", ["Size", "Colour"]), self.version("v1beta1", ["Size"]))
        wait("its new columns", lambda: self.titles(table)[1:] == ["NAME", "SIZE", "COLOUR", "CONDITIONS"])
        wait("its rows in them", lambda: self.rows(table).get("luna", {}).get("SIZE") == "small")

        Reader.act(Reader.find("push button", "Version v1"), "Press")
        Reader.act(Reader.find("menu item", "v1beta1"), "Press")
        wait("the other version's columns", lambda: self.titles(table)[1:] == ["NAME", "SIZE", "CONDITIONS"])
        wait("its rows in them", lambda: set(self.rows(table)) == {"luna", "io"})

        kubectl("delete", "crd", self.crd)
        Reader.find("label", f"The definition of {self.crd} was deleted")

    def test_an_editor_learns_a_new_field_and_outlives_the_definition(self):
        self.define(self.version("v1", ["Colour"]))
        self.moon("luna")
        program = self.run_program(self.crd)
        program.choose("Moons", "luna")
        wait("that it may be edited", lambda: program.can("Edit…"))
        key("F4")
        editor = Editor("Moon", "luna")
        editor.replace("colour: grey", "colour: blue\n  crater: deep")
        line = editor.text[:editor.text.index("crater")].count("\n") + 1
        Reader.find("list item", f"Line {line}", named=str.__contains__)  # the schema does not know it
        text = editor.text

        self.define(self.version("v1", ["Colour"], crater={"type": "string"}))
        wait("the schema to know it", lambda: not any(node.get_role_name() == "list item" and f"Line {line}" in node.get_name() for node in Reader.all()))
        self.assertEqual(editor.text, text)
        editor.review()
        self.assertEqual(editor.difference(), [("colour: grey", "colour: blue"), (None, "crater: deep")])
        editor.save("Save 2 changes")
        self.assertEqual(json.loads(kubectl("-n", self.namespace, "get", self.crd, "luna", "-o", "json"))["spec"], {"colour": "blue", "crater": "deep", "size": "small"})

        editor.replace("crater: deep", "crater: deeper")
        text = editor.text
        kubectl("delete", "crd", self.crd)
        editor.says(f"The definition of {self.crd} was deleted")
        self.assertEqual(editor.text, text)

    def test_a_status_is_edited_in_a_tab_of_its_own(self):
        self.define(self.version("v1", ["Colour"]))
        self.moon("luna", ready=False)
        program = self.run_program(self.crd)
        program.choose("Moons", "luna")
        wait("that it may be edited", lambda: program.can("Edit…"))
        key("F4")
        editor = Editor("Moon", "luna")
        editor.replace("reason: Eclipse", "reason: Cloud")
        Reader.find("list item", "The server keeps status by itself", named=str.__contains__)
        Reader.act(Reader.find("push button", "Discard"), "Press")
        Reader.act(Reader.find("push button", "Edit Status"), "Press")
        Reader.find("label", "Status of Moon luna")
        editor = Editor("Moon", "luna")
        wait("its text", lambda: "reason: Eclipse" in editor.text)
        editor.replace("reason: Eclipse", "reason: Cloud")
        editor.replace("colour: grey", "colour: blue")
        Reader.find("list item", "Only status is stored from here", named=str.__contains__)
        editor.replace("colour: blue", "colour: grey")
        Reader.click(editor.text_box)
        editor.review()
        self.assertEqual(editor.difference(), [("- reason: Eclipse", "- reason: Cloud")])
        editor.save("Save 1 change")
        stored = json.loads(kubectl("-n", self.namespace, "get", self.crd, "luna", "-o", "json"))
        self.assertEqual(stored["status"]["conditions"], [{"type": "Ready", "status": "False", "reason": "Cloud"}])
        self.assertEqual(stored["spec"], {"colour": "grey", "size": "small"})

    def test_a_protected_context_is_written_to_once_its_name_is_typed(self):
        kubectl("-n", self.namespace, "create", "configmap", "settings", "--from-literal=colour=red")

        def version():
            return kubectl("-n", self.namespace, "get", "configmap", "settings", "-o", "jsonpath={.metadata.resourceVersion}")
        before = version()
        program = self.run_program("configmaps")
        Reader.press_in_menu("Cluster", "Protected")
        Reader.find("label", "cluster-admin is protected. Its writes are locked.")
        program.choose("ConfigMaps", "settings")
        wait("that it may be edited", lambda: program.can("Edit…"))
        key("F4")
        editor = Editor("ConfigMap", "settings")
        editor.replace("colour: red", "colour: blue")
        editor.review()
        self.assertEqual(editor.difference(), [("colour: red", "colour: blue")])  # the dry run was let through
        Reader.act(Reader.find("push button", "Save 1 change"), "Press")
        field = Reader.find("text", "Name of the context")
        self.assertEqual(version(), before)
        field.get_editable_text_iface().set_text_contents("cluster-admin")
        Reader.act(Reader.find("push button", "Unlock for 5 Minutes"), "Press")
        Reader.find("label", "cluster-admin is protected. Its writes are unlocked until")
        self.assertEqual(version(), before)
        self.assertIn("colour: blue", editor.text)
        editor = Editor("ConfigMap", "settings")
        Reader.click(editor.text_box)  # no window manager gives the focus back
        editor.review()
        editor.save("Save 1 change")
        self.assertEqual(kubectl("-n", self.namespace, "get", "configmap", "settings", "-o", "jsonpath={.data.colour}"), "blue")
        before = version()
        Reader.act(Reader.find("push button", "Lock Now"), "Press")
        Reader.find("label", "cluster-admin is protected. Its writes are locked.")

        # The next run of the program protects it from the start.
        program.close()
        program = self.run_program("configmaps")
        Reader.find("label", "cluster-admin is protected. Its writes are locked.")
        self.assertEqual(version(), before)

    def test_why_an_entry_is_grey_is_heard(self):
        kubectl("-n", self.namespace, "create", "configmap", "settings", "--from-literal=colour=red")
        program = self.run_program("configmaps")
        program.choose("ConfigMaps", "settings")
        Reader.act(Reader.find("menu item", "Object"), "ShowMenu")
        entry = Reader.find("menu item", "Scale…", usable=False)
        wait("the reason", lambda: entry.get_description() == "ConfigMap has no scale")
        self.assertFalse(entry.get_state_set().contains(Atspi.StateType.SENSITIVE))


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # later versions of Atspi have other names
