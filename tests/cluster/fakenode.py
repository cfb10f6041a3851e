#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fake nodes for the test cluster: Node objects with live leases, and a kubelet that carries the pods
bound to them through their lives. No container is ever started.

What a pod becomes is chosen by annotations on it:
  orrery.test/state: running (default) | pending | failed | crashloop | imagepull | restart | manual
  orrery.test/run-seconds: "2"   how long a container runs, with restartPolicy Never or OnFailure and in `restart`
  orrery.test/exit-code: "0"     how it ends then (`restart`: 1)
  orrery.test/log-lines: "200"   lines already in the log at the start; orrery.test/log-rate: "5"  lines/s after it
  orrery.test/pod-ip: "198.51.100.7"   instead of one of the node's
`restart` ends and starts again and again, counting; `manual` leaves the status to somebody else (deletion is still
carried out). Events are sent as a kubelet sends them. Logs and exec are answered by fakekubelet.py."""
import argparse
import hashlib
import heapq
import itertools
import json
import queue
import sys
import threading
import time
import urllib.parse

import fakekubelet
from fake_api import MERGE, STRATEGIC, Api, note, now

arguments = argparse.ArgumentParser()
arguments.add_argument("--state", required=True, help="the cluster's state folder")
arguments.add_argument("--nodes", type=int, default=3)
arguments.add_argument("--workers", type=int, default=4)
arguments.add_argument("--prefix", default="node")
opt = arguments.parse_args()
api = Api(opt.state)
mine = {f"{opt.prefix}-{i}": i for i in range(opt.nodes)}


def complain(*what):
    print(*what, file=sys.stderr, flush=True)


# ---------------------------------------------------------------- nodes
def make_node(name, i, version):
    sizes = {"cpu": "32", "memory": "131072000Ki", "pods": "5000", "ephemeral-storage": "500Gi"}
    conditions = [dict(type=t, status=s, reason=r, message=m, lastHeartbeatTime=now(), lastTransitionTime=now())
                  for t, s, r, m in (
        ("MemoryPressure", "False", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
        ("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
        ("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
        ("Ready", "True", "KubeletReady", "kubelet is posting ready status"))]
    api.call("POST", "/api/v1/nodes", {"apiVersion": "v1", "kind": "Node", "metadata": {"name": name, "labels": {
        "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64",
        "topology.kubernetes.io/zone": f"zone-{'abc'[i % 3]}", "node.kubernetes.io/instance-type": "fake"}},
        "spec": {"podCIDR": f"10.{128 + i // 256}.{i % 256}.0/24"}})
    api.call("PATCH", f"/api/v1/nodes/{name}/status", {"status": {
        "capacity": sizes, "allocatable": sizes, "conditions": conditions,
        "addresses": [{"type": "InternalIP", "address": "127.0.0.1"}, {"type": "Hostname", "address": name}],
        "daemonEndpoints": {"kubeletEndpoint": {"Port": api.kubelet_port}},
        "nodeInfo": {"machineID": name, "systemUUID": name, "bootID": name, "kernelVersion": "6.1.0-fake",
                     "osImage": "Fake Linux", "containerRuntimeVersion": "fake://1.0", "kubeletVersion": version,
                     "kubeProxyVersion": version, "operatingSystem": "linux", "architecture": "amd64"}}}, STRATEGIC)


def is_ready(name):
    code, node = api.call("GET", f"/api/v1/nodes/{name}")
    conditions = node["status"].get("conditions", []) if code == 200 else []
    return any(c["type"] == "Ready" and c["status"] == "True" for c in conditions)


def heartbeat():
    leases = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases"
    version = api.call("GET", "/version")[1]["gitVersion"]
    while True:
        for name, i in mine.items():
            # After an outage the node controller may find the lease too old at any time until the next renewal.
            if not is_ready(name):
                make_node(name, i, version)
            spec = {"holderIdentity": name, "leaseDurationSeconds": 40, "renewTime": now(True)}
            if api.call("PATCH", f"{leases}/{name}", {"spec": spec}, MERGE)[0] == 404:
                api.call("POST", leases, {"apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "spec": spec,
                                          "metadata": {"name": name, "namespace": "kube-node-lease"}})
        time.sleep(10)


# ---------------------------------------------------------------- events
# Like a kubelet's recorder: behind the pods, and what does not fit is dropped.
events, series = queue.Queue(maxsize=300), {}


def say(pod, kind, reason, message):
    try:
        events.put_nowait((pod, kind, reason, message))
    except queue.Full:
        pass


def recorder():
    while True:
        pod, kind, reason, message = events.get()
        m = pod["metadata"]
        path = f"/api/v1/namespaces/{m['namespace']}/events"
        key = (m["uid"], reason, message)
        name, count = series.get(key, (None, 0))
        if name and api.call("PATCH", f"{path}/{name}", {"count": count + 1, "lastTimestamp": now()}, MERGE)[0] == 200:
            series[key] = (name, count + 1)
            continue
        name = f"{m['name']}.{hashlib.md5(repr((key, time.time())).encode()).hexdigest()[:16]}"
        api.call("POST", path, {
            "apiVersion": "v1", "kind": "Event", "metadata": {"name": name, "namespace": m["namespace"]},
            "involvedObject": {"apiVersion": "v1", "kind": "Pod", "namespace": m["namespace"], "name": m["name"],
                               "uid": m["uid"], "resourceVersion": m["resourceVersion"],
                               "fieldPath": "spec.containers{%s}" % pod["spec"]["containers"][0]["name"]},
            "type": kind, "reason": reason, "message": message, "count": 1,
            "firstTimestamp": now(), "lastTimestamp": now(),
            "source": {"component": "kubelet", "host": pod["spec"]["nodeName"]}})
        if len(series) > 5000:
            series.clear()
        series[key] = (name, 1)


def say_started(pod, again):
    for c in pod["spec"]["containers"]:
        state = note(pod, "state", "running")
        if state == "imagepull":
            say(pod, "Warning", "Failed", f'Failed to pull image "{c["image"]}": rpc error: not found')
            say(pod, "Warning", "Failed", "Error: ImagePullBackOff")
            continue
        where = "already present on machine" if again else "successfully pulled"
        say(pod, "Normal", "Pulled", f'Container image "{c["image"]}" {where}')
        say(pod, "Normal", "Created", f"Created container {c['name']}")
        say(pod, "Normal", "Started", f"Started container {c['name']}")


# ---------------------------------------------------------------- pods
work, timers, timers_changed, planned, turn = queue.Queue(), [], threading.Condition(), set(), itertools.count()


def later(seconds, what, pod):
    with timers_changed:
        planned.add(pod["metadata"]["uid"])
        heapq.heappush(timers, (time.time() + seconds, next(turn), what, pod))
        timers_changed.notify()


def timer():
    while True:
        with timers_changed:
            while not timers or timers[0][0] > time.time():
                timers_changed.wait(max(0.01, timers[0][0] - time.time()) if timers else None)
            _, _, what, pod = heapq.heappop(timers)
            planned.discard(pod["metadata"]["uid"])
        work.put((what, pod))


def run_seconds(pod):
    return float(note(pod, "run-seconds", "2"))


def container_state(pod, what, restarts):
    """(phase, ready, state, restart count, last state) of a pod's containers after `what` has happened."""
    state, t = note(pod, "state", "running"), now()
    before = (pod["status"].get("containerStatuses") or [{}])[0].get("state", {}).get("running", {})
    began = before.get("startedAt") or pod["status"].get("startTime") or t

    def ended(code, reason):
        return {"terminated": {"exitCode": code, "reason": reason, "startedAt": began, "finishedAt": t}}
    if what == "finish":
        code = int(note(pod, "exit-code", "0"))
        return "Failed" if code else "Succeeded", False, ended(code, "Error" if code else "Completed"), restarts, {}
    if what == "restart":
        return "Running", True, {"running": {"startedAt": t}}, restarts + 1, ended(int(note(pod, "exit-code", "1")), "Error")
    if state == "failed":
        return "Failed", False, ended(1, "Error"), 0, {}
    if state == "crashloop":
        waits = {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container"}}
        return "Running", False, waits, 7, ended(137, "OOMKilled")
    if state == "imagepull":
        waits = {"waiting": {"reason": "ImagePullBackOff", "message": "Back-off pulling image"}}
        return "Pending", False, waits, 0, {}
    return "Running", True, {"running": {"startedAt": t}}, 0, {}


def status_of(pod, what):
    uid, n, t = pod["metadata"]["uid"], mine[pod["spec"]["nodeName"]], now()
    restarts = (pod["status"].get("containerStatuses") or [{}])[0].get("restartCount", 0)
    phase, ready, state, restarts, last = container_state(pod, what, restarts)
    number = int(hashlib.md5(uid.encode()).hexdigest()[:4], 16)
    ip = note(pod, "pod-ip", f"10.{128 + n // 256}.{n % 256}.{1 + number % 254}")
    cid = "fake://" + hashlib.sha256(f"{uid}/{restarts}".encode()).hexdigest()
    ok = "True" if ready else "False"
    why = {} if ready else {"reason": "PodCompleted" if phase == "Succeeded" else "ContainersNotReady"}
    start = pod["status"].get("startTime", t)
    over = {"terminated": {"exitCode": 0, "reason": "Completed", "startedAt": start, "finishedAt": start}}

    def statuses(containers, is_ready, is_started, count, its_state, its_last):
        return [{"name": c["name"], "image": c["image"], "imageID": "fake://" + c["image"], "containerID": cid,
                 "ready": is_ready, "started": is_started, "restartCount": count, "state": its_state, "lastState": its_last}
                for c in containers]
    return {"phase": phase, "startTime": start, "hostIP": "127.0.0.1", "podIP": ip, "podIPs": [{"ip": ip}],
            "conditions": [{"type": k, "status": s, "lastTransitionTime": t, "lastProbeTime": None, **w} for k, s, w in (
                ("Initialized", "True", {}), ("Ready", ok, why), ("ContainersReady", ok, why), ("PodScheduled", "True", {}))],
            "initContainerStatuses": statuses(pod["spec"].get("initContainers", []), True, False, 0, over, {}),
            "containerStatuses": statuses(pod["spec"]["containers"], ready, ready, restarts, state, last)}


def plan(pod):
    """What happens to a running pod by itself, if anything."""
    if note(pod, "state", "") == "restart":
        later(run_seconds(pod), "restart", pod)
    elif pod["spec"].get("restartPolicy") != "Always":
        later(run_seconds(pod), "finish", pod)


def carry_out(what, pod):
    m = pod["metadata"]
    path = f"/api/v1/namespaces/{m['namespace']}/pods/{m['name']}"
    if what == "delete":
        say(pod, "Normal", "Killing", f"Stopping container {pod['spec']['containers'][0]['name']}")
        api.call("DELETE", path, {"gracePeriodSeconds": 0, "preconditions": {"uid": m["uid"]}})
        return
    if what == "backoff":
        code, pod = api.call("GET", path)
        if code != 200 or pod["metadata"]["uid"] != m["uid"]:
            return
    else:
        code, pod = api.call("PATCH", path + "/status", {"metadata": {"uid": m["uid"]}, "status": status_of(pod, what)}, STRATEGIC)
        if code != 200:
            return
        if what in ("start", "restart"):
            say_started(pod, what == "restart")
        if pod["status"]["phase"] == "Running" and "running" in pod["status"]["containerStatuses"][0]["state"]:
            plan(pod)
    if note(pod, "state", "") == "crashloop":
        say(pod, "Warning", "BackOff", "Back-off restarting failed container")
        later(10, "backoff", pod)
    elif note(pod, "state", "") == "imagepull":
        say(pod, "Normal", "BackOff", f'Back-off pulling image "{pod["spec"]["containers"][0]["image"]}"')
        later(10, "backoff", pod)


def worker():
    while True:
        what, pod = work.get()
        try:
            carry_out(what, pod)
        except Exception as e:  # the API server may be away: the next list shows the pod again
            complain("worker:", what, pod["metadata"]["name"], repr(e))


def see(pod):
    if pod["spec"].get("nodeName") not in mine:
        return
    status, state = pod["status"], note(pod, "state", "")
    if pod["metadata"].get("deletionTimestamp"):
        work.put(("delete", pod))
    elif status.get("phase") == "Pending" and not status.get("containerStatuses"):
        if state not in ("pending", "manual"):
            work.put(("start", pod))
    elif status.get("phase") == "Running" and state != "manual" and pod["metadata"]["uid"] not in planned \
            and "running" in (status.get("containerStatuses") or [{}])[0].get("state", {}):
        plan(pod)


def watch():
    bound = "fieldSelector=" + urllib.parse.quote("spec.nodeName!=")
    more = ""
    while True:
        _, page = api.call("GET", f"/api/v1/pods?{bound}&limit=500&continue={more}")
        for pod in page["items"]:
            see(pod)
        more = urllib.parse.quote(page["metadata"].get("continue", ""))
        if not more:
            break
    version = page["metadata"]["resourceVersion"]
    connection = api.connect(timeout=120)
    while True:
        connection.request("GET", f"/api/v1/pods?{bound}&watch=1&allowWatchBookmarks=true"
                                  f"&resourceVersion={version}&timeoutSeconds=90")
        for line in connection.getresponse():
            event = json.loads(line)
            if event["type"] == "ERROR":
                raise RuntimeError(event["object"])
            version = event["object"]["metadata"]["resourceVersion"]
            if event["type"] in ("ADDED", "MODIFIED"):
                see(event["object"])


def forever(task):
    def loop():
        while True:
            try:
                task()
            except Exception as e:
                complain(task.__name__, repr(e))
                time.sleep(0.5)
    return loop


for task in [heartbeat, watch, timer, recorder] + [worker] * opt.workers:
    threading.Thread(target=forever(task), daemon=True).start()
fakekubelet.serve(api)
