# SPDX-License-Identifier: Apache-2.0
"""consumer_cluster_test.py LIST-PODS: the program built upon the installed package, on the real API server."""
import os
import subprocess
import sys
import unittest
import uuid

LIST_PODS = sys.argv.pop(1)


def kubectl(*args):
    return subprocess.run([os.environ["ORRERY_CLUSTER"], "kubectl", *args], check=True, capture_output=True, text=True, timeout=120).stdout


class ConsumerTest(unittest.TestCase):
    def setUp(self):
        self.namespace = "consumer-" + uuid.uuid4().hex[:10]
        kubectl("create", "namespace", self.namespace)

    def tearDown(self):
        kubectl("delete", "namespace", self.namespace, "--wait=false")

    def test_it_prints_the_pods_that_kubectl_prints(self):
        kubectl("-n", self.namespace, "create", "deployment", "hello", "--image=hello", "--replicas=3")
        kubectl("-n", self.namespace, "rollout", "status", "deployment", "hello", "--timeout=60s")
        expected = kubectl("-n", self.namespace, "get", "pods", "-o", "name").split()
        ended = subprocess.run([LIST_PODS, "-kubeconfig", os.environ["ORRERY_TEST_KUBECONFIG"]],
                               capture_output=True, text=True, timeout=60)
        self.assertEqual((ended.returncode, ended.stderr), (0, ""))
        ours = [line for line in ended.stdout.split() if line.startswith(self.namespace + "/")]
        self.assertEqual(sorted(ours), sorted(name.replace("pod", self.namespace, 1) for name in expected))
        self.assertEqual(len(ours), 3)


unittest.main(verbosity=2)
