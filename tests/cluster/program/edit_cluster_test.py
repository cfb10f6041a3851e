# SPDX-License-Identifier: Apache-2.0
"""edit_cluster_test.py ORRERY: somebody edits objects by their text, through AT-SPI and with keys, on the real API server.

What came of it is what kubectl says of the object afterwards, whole: nothing else may have changed.
"""
import reader_session

reader_session.enter()

import json  # noqa: E402  (inside of the session alone, as all that follows)
import os  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import unittest  # noqa: E402
import uuid  # noqa: E402

from edit_reader import Editor, Program, key, tab_of  # noqa: E402
from screen_reader import FOLDER, PATIENCE, Atspi, Reader, kubectl, wait  # noqa: E402

ORRERY = sys.argv.pop(1)
CRD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../core/examples/sample_controller/artifacts/crd.yaml")


class Editing(unittest.TestCase):
    def setUp(self):
        Atspi.init()
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self.assertGreaterEqual(Atspi.get_desktop(0).get_child_count(), 0)  # the accessibility bus is up
        self.namespace = "edit-" + uuid.uuid4().hex[:10]
        self.home = f"{FOLDER}/home/{self.namespace}"
        kubectl("create", "namespace", self.namespace)
        self.addCleanup(kubectl, "delete", "namespace", self.namespace, "--wait=false")

    def run_program(self, kind, context="cluster-admin", arguments=()):
        program = Program(ORRERY, self.home, context, self.namespace, kind, arguments)
        self.addCleanup(program.close)
        return program

    def in_namespace(self, *args):
        return kubectl("-n", self.namespace, *args)

    def stored(self, kind, name):
        """The object without what the server and its controllers say of it."""
        found = json.loads(self.in_namespace("get", kind, name, "-o", "json"))
        found.pop("status", None)
        for one in ("managedFields", "resourceVersion", "generation"):
            found["metadata"].pop(one, None)
        found["metadata"].get("annotations", {}).pop("deployment.kubernetes.io/revision", None)
        return found

    def version(self, kind, name):
        return self.in_namespace("get", kind, name, "-o", "jsonpath={.metadata.resourceVersion}")

    def settings(self, **data):
        self.in_namespace("create", "configmap", "settings", *(f"--from-literal={name}={value}" for name, value in data.items()))

    def edit(self, program, table, kind, name, covered=False):
        program.choose(table, name)
        wait("that it may be edited", lambda: program.can("Edit…"))
        key("F4")
        if covered:
            Reader.act(Reader.find("push button", "Show and Edit"), "Press")
        return Editor(kind, name)

    def test_a_deployment_gets_another_image_more_replicas_a_variable_and_a_label(self):
        self.in_namespace("create", "deployment", "hello", "--image=hello:1", "--replicas=2")
        self.in_namespace("set", "env", "deployment/hello", "COLOUR=red")
        self.in_namespace("rollout", "status", "deployment", "hello", f"--timeout={PATIENCE}s")
        wanted = self.stored("deployment", "hello")
        program = self.run_program("deployments")
        editor = self.edit(program, "Deployments", "Deployment", "hello")
        container = wanted["spec"]["template"]["spec"]["containers"][0]

        def save(difference, summary):
            editor.review()
            self.assertEqual(editor.difference(), difference)
            self.assertTrue(editor.summary().startswith(summary), editor.summary())
            editor.save("Save 1 change")
            self.assertEqual(self.stored("deployment", "hello"), wanted)
            self.in_namespace("rollout", "status", "deployment", "hello", f"--timeout={PATIENCE}s")

        editor.replace("image: hello:1", "image: hello:2")
        container["image"] = "hello:2"
        save([("image: hello:1", "image: hello:2")], "1 change: 1 line added, 1 line removed")

        editor.replace("replicas: 2\n  revision", "replicas: 3\n  revision")
        wanted["spec"]["replicas"] = 3
        save([("replicas: 2", "replicas: 3")], "1 change")

        editor.type_after("value: red", "<- name: SIZE", "value: large")
        self.assertIn("        - name: SIZE\n          value: large\n", editor.text)
        container["env"].append({"name": "SIZE", "value": "large"})
        save([(None, "- name: SIZE"), (None, "value: large")], "1 change: 2 lines added, 0 lines removed")

        editor.replace("  labels:\n    app: hello\n  name: hello", "  labels:\n    app: hello\n    tier: front\n  name: hello")
        wanted["metadata"]["labels"]["tier"] = "front"
        save([(None, "tier: front")], "1 change")

    def test_a_foo_gets_another_deployment(self):
        kubectl("apply", "-f", CRD)
        kubectl("wait", "--for=condition=Established", f"--timeout={PATIENCE}s", "crd/foos.samplecontroller.k8s.io")
        foo = {"apiVersion": "samplecontroller.k8s.io/v1alpha1", "kind": "Foo", "metadata": {"name": "one"}, "spec": {"deploymentName": "first", "replicas": 1}}
        with open(f"{FOLDER}/foo.json", "w", encoding="utf-8") as file:
            json.dump(foo, file)
        self.in_namespace("create", "-f", f"{FOLDER}/foo.json")
        wanted = self.stored("foo", "one")
        program = self.run_program("foos.samplecontroller.k8s.io")
        editor = self.edit(program, "Foos", "Foo", "one")

        line = editor.text[:editor.text.index("replicas: 1")].count("\n") + 1
        editor.replace("replicas: 1", "replicas: 11")  # the schema knows of ten
        Reader.find("list item", f"Line {line}", named=str.__contains__)
        editor.review()
        editor.says("nothing was stored")
        self.assertEqual(self.stored("foo", "one"), wanted)

        editor.replace("replicas: 11", "replicas: 10")
        editor.replace("deploymentName: first", "deploymentName: second")
        editor.review()
        self.assertEqual(editor.difference(), [("deploymentName: first", "deploymentName: second"), ("replicas: 1", "replicas: 10")])
        editor.save("Save 2 changes")
        wanted["spec"] = {"deploymentName": "second", "replicas": 10}
        self.assertEqual(self.stored("foo", "one"), wanted)

    def test_what_others_change_meanwhile_stays(self):
        self.settings(colour="red", size="small")
        wanted = self.stored("configmap", "settings")
        program = self.run_program("configmaps")
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        editor.replace("colour: red", "colour: blue")
        self.in_namespace("patch", "configmap", "settings", "-p", '{"data":{"size":"large"}}')
        editor.review()
        self.assertEqual(editor.difference(), [("colour: red", "colour: blue")])
        editor.says("Others changed other fields meanwhile; their changes are kept.")
        editor.save("Save 1 change")
        wanted["data"] = {"colour": "blue", "size": "large"}
        self.assertEqual(self.stored("configmap", "settings"), wanted)
        self.assertIn("size: large", editor.text)

    def test_a_field_that_others_change_too_is_decided_by_the_person(self):
        self.settings(colour="red", size="small", shape="round")
        wanted = self.stored("configmap", "settings")
        program = self.run_program("configmaps")
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        editor.replace("colour: red", "colour: blue")
        editor.replace("size: small", "size: tiny")
        self.in_namespace("patch", "configmap", "settings", "-p", '{"data":{"size":"large","colour":"green","shape":"square"}}')
        editor.review()
        table = Reader.find("table", "Conflicts")
        editor.says("Others have changed 2 fields that you change too")
        for row in ("data.colour", "data.size"):
            Reader.cell(table, row)
        Reader.act(Reader.find("push button", "Keep mine"), "Press")
        Reader.find("label", "1 of 2 decided")
        Reader.act(Reader.find("push button", "Take theirs"), "Press")
        Reader.find("label", "2 of 2 decided")
        Reader.act(Reader.find("push button", "Go on with these"), "Press")
        self.assertEqual(editor.difference(), [("colour: green", "colour: blue")])
        editor.save("Save 1 change")
        wanted["data"] = {"colour": "blue", "size": "large", "shape": "square"}
        self.assertEqual(self.stored("configmap", "settings"), wanted)

        for button, value, other in (("Take Theirs", "black", "black"), ("Force Mine", "white", "grey")):
            editor.replace("colour: " + wanted["data"]["colour"], "colour: white")
            self.in_namespace("patch", "configmap", "settings", "-p", f'{{"data":{{"colour":"{other}"}}}}')
            editor.review()
            Reader.cell(Reader.find("table", "Conflicts"), "data.colour")
            Reader.act(Reader.find("push button", button), "Press")
            if value == "white":
                self.assertEqual(editor.difference(), [("colour: grey", "colour: white")])
                editor.save("Save 1 change")
            else:
                wait("their colour in the text", lambda: "colour: black" in editor.text)
            wanted["data"]["colour"] = value
            self.assertEqual(self.stored("configmap", "settings"), wanted)

    def test_of_bad_yaml_the_line_is_told_and_nothing_is_sent(self):
        self.settings(colour="red")
        version = self.version("configmap", "settings")
        program = self.run_program("configmaps")
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        line = editor.text[:editor.text.index("colour: red")].count("\n") + 1
        editor.replace("colour: red", "colour: [red")
        Reader.find("list item", f"Line {line}", named=str.__contains__)
        editor.review()
        editor.says("The text cannot be read; nothing was sent")
        self.assertIn("colour: [red", editor.text)
        self.assertEqual(self.version("configmap", "settings"), version)

    def drafts(self):
        return [os.path.join(folder, name) for folder, _, names in os.walk(self.home) for name in names if "/drafts" in folder]

    def test_a_draft_outlives_its_tab_and_the_program(self):
        self.settings(colour="red")
        wanted = self.stored("configmap", "settings")
        program = self.run_program("configmaps")
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        editor.replace("colour: red", "colour: blue")
        key("w", control=True)  # at once
        wait("the tab to be gone", lambda: not tab_of("Edit settings"))
        wait("the table to be back, its row chosen", lambda: program.can("Edit…"))
        key("F4")
        editor = Editor("ConfigMap", "settings")
        editor.says("and did not save")
        self.assertIn("colour: blue", editor.text)

        editor.replace("colour: blue", "colour: green")
        wait("the draft", lambda: any("green" in open(file, encoding="utf-8").read() for file in self.drafts()))
        program.kill()
        self.assertEqual(self.stored("configmap", "settings"), wanted)
        program = self.run_program("configmaps")
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        editor.says("and did not save")
        self.assertIn("colour: green", editor.text)
        for file in self.drafts():
            self.assertEqual(os.stat(file).st_mode & 0o077, 0)
        editor.review()
        self.assertEqual(editor.difference(), [("colour: red", "colour: green")])
        editor.save("Save 1 change")
        wanted["data"]["colour"] = "green"
        self.assertEqual(self.stored("configmap", "settings"), wanted)
        wait("the draft to be gone", lambda: not self.drafts())

    def test_the_form_changes_a_deployment_and_the_text_with_it(self):
        self.in_namespace("create", "deployment", "hello", "--image=hello:1", "--replicas=2")
        self.in_namespace("rollout", "status", "deployment", "hello", f"--timeout={PATIENCE}s")
        wanted = self.stored("deployment", "hello")
        program = self.run_program("deployments")
        editor = self.edit(program, "Deployments", "Deployment", "hello")
        Reader.act(Reader.find("check box", "Form"), "Toggle")
        editor.fill("spec.replicas", "3")
        editor.fill("spec.template.spec.containers[0].image", "hello:2")
        self.assertIn("  replicas: 3\n", editor.text)
        editor.review()
        self.assertEqual(editor.difference(), [("replicas: 2", "replicas: 3"), ("- image: hello:1", "- image: hello:2")])
        editor.save("Save 2 changes")
        wanted["spec"]["replicas"] = 3
        wanted["spec"]["template"]["spec"]["containers"][0]["image"] = "hello:2"
        self.assertEqual(self.stored("deployment", "hello"), wanted)

    def test_a_server_side_apply_names_who_owns_a_field(self):
        self.in_namespace("create", "configmap", "settings", "--from-literal=colour=red")
        program = self.run_program("configmaps")
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        Reader.act(Reader.find("check box", "Server-side apply"), "Toggle")
        editor.replace("colour: red", "colour: blue")
        editor.review()
        conflicts = Reader.find("table", "Conflicts")
        Reader.cell(conflicts, "data.colour")
        Reader.cell(conflicts, "kubectl-create")
        Reader.act(Reader.find("push button", "Force Mine"), "Press")
        self.assertEqual(editor.difference(), [("colour: red", "colour: blue")])
        editor.save("Save 1 change")
        self.assertEqual(self.stored("configmap", "settings")["data"], {"colour": "blue"})
        fields = json.loads(kubectl("get", "--raw", f"/api/v1/namespaces/{self.namespace}/configmaps/settings"))["metadata"]["managedFields"]
        self.assertIn(("orrery", "Apply"), [(one["manager"], one["operation"]) for one in fields])

    def test_a_secret_is_never_on_disk(self):
        mark = uuid.uuid4().hex
        self.in_namespace("create", "secret", "generic", "keys", "--from-literal=colour=red")
        self.settings(colour="red")
        program = self.run_program("secrets")
        editor = self.edit(program, "Secrets", "Secret", "keys", covered=True)
        editor.replace("type: Opaque", f"stringData:\n  colour: {mark}\ntype: Opaque")
        program = self.run_program("configmaps")  # another, in the same home: what it keeps later is there
        editor = self.edit(program, "ConfigMaps", "ConfigMap", "settings")
        editor.replace("colour: red", "colour: blue")
        wait("the ConfigMap's draft", self.drafts)
        for one in (mark, "cmVk"):
            self.assertEqual(subprocess.run(["grep", "-rl", one, self.home], check=False, capture_output=True).stdout, b"")

    def test_who_may_not_patch_is_not_offered_to_edit(self):
        self.settings(colour="red")
        program = self.run_program("configmaps", context="viewer")
        program.choose("ConfigMaps", "settings")
        wait("the entry to be greyed", lambda: not program.can("Edit…"))
        key("F4")
        self.assertIsNone(tab_of("Edit settings"))


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # later versions of Atspi have other names
