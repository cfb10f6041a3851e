# SPDX-License-Identifier: Apache-2.0
"""kubectl_demo_cluster_test.py ORRERY_DEMO: the real cluster's own kubectl on the demo cluster, its validation on. Where
newer ones have other words (validation by the server since 1.25, explain since 1.27), either will do."""
import os
import re
import subprocess
import sys
import tempfile
import unittest

DEMO = sys.argv.pop(1)
CLUSTER = os.environ["ORRERY_CLUSTER"]

DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  replicas: REPLICAS
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "example.invalid/web:1", resources: {limits: {cpu: 1, memory: 64Mi}}, ports: [{containerPort: 80}]}]
"""
FOO = """
apiVersion: samplecontroller.k8s.io/v1alpha1
kind: Foo
metadata: {name: foo, namespace: default}
spec: {deploymentName: d, replicas: 1}
"""
NAMESPACE = """
apiVersion: v1
kind: Namespace
metadata: {name: made}
"""
MISSPELT = DEPLOYMENT.replace("replicas: REPLICAS", "replicaz: 1")


def kubectl_path():
    settings = subprocess.run([CLUSTER, "env"], check=True, capture_output=True, text=True, timeout=60).stdout
    folder = next(line.split("=", 1)[1] for line in settings.splitlines() if line.startswith("ORRERY_CLUSTER_BIN="))
    return folder.strip("'\"") + "/kubectl"


class KubectlTest(unittest.TestCase):
    dialect = ""  # its subclasses'

    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        cls.demo = subprocess.Popen([DEMO, cls.dialect, "--pods", "20", "--end-with-input"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.env = {**os.environ, "HOME": cls.home.name, "KUBECONFIG": cls.demo.stdout.readline().strip()}
        cls.kubectl = kubectl_path()

    @classmethod
    def tearDownClass(cls):
        cls.demo.communicate(timeout=60)
        cls.home.cleanup()

    def run_kubectl(self, *args, text=""):
        return subprocess.run([self.kubectl, *args], input=text, env=self.env, capture_output=True, text=True, timeout=120)

    def says(self, words, *args, text=""):
        done = self.run_kubectl(*args, text=text)
        self.assertEqual(done.returncode, 0, done.stderr)
        if isinstance(words, re.Pattern):
            self.assertRegex(done.stdout, words)
        else:
            self.assertIn(words, done.stdout)

    def test_a_dry_run_creates_nothing(self):
        dry = ("apply", "--dry-run=server", "-f", "-")
        self.says("deployment.apps/web created (server dry run)", *dry, text=DEPLOYMENT.replace("REPLICAS", "1"))
        self.says("namespace/made created (server dry run)", *dry, text=NAMESPACE)
        self.says("foo.samplecontroller.k8s.io/foo created (server dry run)", *dry, text=FOO)
        for kind, name in (("deployment", "web"), ("namespace", "made"), ("foo", "foo")):
            self.assertIn("NotFound", self.run_kubectl("get", kind, name, "-n", "default").stderr)

    def test_an_apply_changes_what_an_apply_made(self):
        self.says("deployment.apps/web created", "apply", "-f", "-", text=DEPLOYMENT.replace("REPLICAS", "1"))
        diff = self.run_kubectl("diff", "-f", "-", text=DEPLOYMENT.replace("REPLICAS", "2"))
        self.assertEqual(diff.returncode, 1, diff.stderr)
        self.assertIn("+  replicas: 2", diff.stdout)
        self.says("deployment.apps/web configured", "apply", "-f", "-", text=DEPLOYMENT.replace("REPLICAS", "2"))
        self.says("deployment.apps/web unchanged", "apply", "-f", "-", text=DEPLOYMENT.replace("REPLICAS", "2"))
        self.says("2", "get", "deployment", "web", "-n", "default", "-o", "jsonpath={.spec.replicas}")
        self.says('"web" deleted', "delete", "deployment", "web", "-n", "default", "--cascade=foreground")

    def test_a_create_is_validated(self):
        for verb in ("create", "apply"):
            refused = self.run_kubectl(verb, "-f", "-", text=MISSPELT)
            self.assertNotEqual(refused.returncode, 0)
            self.assertRegex(refused.stderr, r'unknown field "(replicaz" in io\.k8s\.api\.apps\.v1\.DeploymentSpec|spec\.replicaz")')
        self.says("foo.samplecontroller.k8s.io/foo created", "create", "-f", "-", text=FOO)
        self.says('"foo" deleted', "delete", "foo", "foo", "-n", "default")

    def test_a_typed_create_works(self):
        self.says("configmap/made", "create", "configmap", "made", "-n", "default", "--from-literal=a=b", "-o", "name")
        self.says("namespace/typed created (server dry run)", "create", "namespace", "typed", "--dry-run=server")

    def test_explain_knows_the_fields(self):
        self.says(re.compile(r"maxSurge\t<(string|IntOrString)>"), "explain", "deployment.spec.strategy.rollingUpdate")
        self.says("containerPort\t<integer> -required-", "explain", "pod.spec.containers.ports")
        self.says("deploymentName", "explain", "foo.spec")
        self.says(re.compile(r"KIND: +Namespace"), "explain", "namespace")


class OldDialectTest(KubectlTest):
    dialect = "--old-api"


class NewDialectTest(KubectlTest):
    dialect = "--new-api"


if __name__ == "__main__":
    suite = unittest.TestSuite(map(unittest.defaultTestLoader.loadTestsFromTestCase, (OldDialectTest, NewDialectTest)))
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
