#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fill the test cluster with realistic pods (about 5 KB each as JSON).

  loadpods.py STATE -n 10000             POST each pod, then PATCH its status (real API path)
  loadpods.py STATE -n 50000 --etcd      write them straight into etcd (much faster; for load tests)
  loadpods.py STATE --delete             delete the namespaces again"""
import argparse
import base64
import hashlib
import http.client
import json
import multiprocessing as mp
import random
import ssl
import sys
import threading
import time
import uuid

ap = argparse.ArgumentParser()
ap.add_argument("state")
ap.add_argument("-n", type=int, default=10000)
ap.add_argument("--namespaces", type=int, default=20)
ap.add_argument("--prefix", default="load")
ap.add_argument("--processes", type=int, default=2)
ap.add_argument("--threads", type=int, default=6)
ap.add_argument("--etcd", action="store_true")
ap.add_argument("--delete", action="store_true")
opt = ap.parse_args()
api_port, etcd_port = map(int, open(opt.state + "/ports").read().split()[:2])
pki = opt.state + "/pki/"
NOW = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def connect(etcd=False):
    if etcd:
        return http.client.HTTPConnection("127.0.0.1", etcd_port, timeout=60)
    tls = ssl.create_default_context(cafile=pki + "ca.crt")
    tls.load_cert_chain(pki + "admin.crt", pki + "admin.key")
    return http.client.HTTPSConnection("127.0.0.1", api_port, context=tls, timeout=60)


def call(c, method, path, body=None, ctype="application/json"):
    c.request(method, path, body if isinstance(body, (bytes, type(None))) else json.dumps(body), {"Content-Type": ctype})
    r = c.getresponse()
    return r.status, r.read()


def pod(i, nodes):
    rnd = random.Random(i)
    app = f"{rnd.choice(['web', 'api', 'cache', 'queue', 'search', 'billing', 'auth', 'media'])}-{i % 200}"
    h = hashlib.sha256(str(i).encode()).hexdigest()
    name, ns, image = f"{app}-{h[:9]}-{h[9:14]}", f"{opt.prefix}-{i % opt.namespaces}", f"registry.example.com/team/{app}:1.{i % 40}.{i % 7}"
    probe = lambda p: {"httpGet": {"path": p, "port": "http", "scheme": "HTTP"}, "initialDelaySeconds": 5, "timeoutSeconds": 2,
                       "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3}
    env = [{"name": f"{app.upper().replace('-', '_')}_SETTING_{k}", "value": h[k:k + 20]} for k in range(14)] + [
        {"name": "POD_IP", "valueFrom": {"fieldRef": {"apiVersion": "v1", "fieldPath": "status.podIP"}}},
        {"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": app + "-secret", "key": "token"}}}]
    main = {"name": app.split("-")[0], "image": image, "args": ["--config=/etc/app/config.yaml", "--log-level=info", f"--shard={i % 16}"],
            "ports": [{"name": "http", "containerPort": 8080, "protocol": "TCP"}, {"name": "metrics", "containerPort": 9090, "protocol": "TCP"}],
            "env": env, "resources": {"limits": {"cpu": "500m", "memory": "512Mi"}, "requests": {"cpu": "50m", "memory": "128Mi"}},
            "volumeMounts": [{"name": "config", "mountPath": "/etc/app"}, {"name": "tmp", "mountPath": "/tmp"}],
            "livenessProbe": probe("/healthz"), "readinessProbe": probe("/ready"), "imagePullPolicy": "IfNotPresent",
            "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}
    side = {"name": "proxy", "image": "registry.example.com/mesh/proxy:2.1", "args": ["proxy", "sidecar"], "resources": {},
            "ports": [{"name": "mesh", "containerPort": 15090, "protocol": "TCP"}], "imagePullPolicy": "IfNotPresent",
            "terminationMessagePath": "/dev/termination-log", "terminationMessagePolicy": "File"}
    cs = [main, side] if i % 3 == 0 else [main]
    meta = {"name": name, "namespace": ns, "labels": {
        "app.kubernetes.io/name": app, "app.kubernetes.io/instance": f"{app}-prod", "app.kubernetes.io/version": f"1.{i % 40}.{i % 7}",
        "pod-template-hash": h[:9], "team": f"team-{i % 25}", "tier": ["frontend", "backend", "data"][i % 3]},
        "annotations": {"orrery.test/state": "manual", "prometheus.io/scrape": "true", "prometheus.io/port": "9090", "checksum/config": h}}
    spec = {"containers": cs, "nodeName": nodes[i % len(nodes)], "restartPolicy": "Always", "terminationGracePeriodSeconds": 30,
            "dnsPolicy": "ClusterFirst", "schedulerName": "default-scheduler", "securityContext": {"runAsNonRoot": True, "fsGroup": 1000},
            "serviceAccountName": "default", "tolerations": [
                {"key": "node.kubernetes.io/" + k, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300} for k in ("not-ready", "unreachable")],
            "volumes": [{"name": "config", "configMap": {"name": app + "-config", "defaultMode": 420}}, {"name": "tmp", "emptyDir": {}}]}
    bad = i % 50 == 0
    state = {"waiting": {"reason": "CrashLoopBackOff", "message": f"back-off 5m0s restarting failed container={app}"}} if bad else {"running": {"startedAt": NOW}}
    ok = "False" if bad else "True"
    status = {"phase": "Running", "hostIP": "127.0.0.1", "podIP": f"10.{128 + i // 65536}.{i // 256 % 256}.{i % 256}", "startTime": NOW, "qosClass": "Burstable",
              "conditions": [{"type": t, "status": s, "lastProbeTime": None, "lastTransitionTime": NOW} for t, s in (
                  ("Initialized", "True"), ("Ready", ok), ("ContainersReady", ok), ("PodScheduled", "True"))],
              "containerStatuses": [{"name": c["name"], "image": c["image"], "imageID": "docker-pullable://" + c["image"].split(":")[0] + "@sha256:" + h,
                                     "containerID": "containerd://" + hashlib.sha256((c["name"] + h).encode()).hexdigest(), "ready": not bad, "started": not bad,
                                     "restartCount": rnd.randrange(40) if bad else i % 3, "state": state, "lastState": {}} for c in cs]}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": meta, "spec": spec, "status": status}


def by_api(todo, nodes, bad):
    c = connect()
    for i in todo:
        p = pod(i, nodes)
        path = f"/api/v1/namespaces/{p['metadata']['namespace']}/pods"
        s1, b = call(c, "POST", path, p)
        s2, b2 = call(c, "PATCH", f"{path}/{p['metadata']['name']}/status", {"status": p["status"]}, "application/merge-patch+json")
        if (s1, s2) != (201, 200):
            with bad.get_lock():
                bad.value += 1
                if bad.value == 1:
                    print(s1, b[:300], s2, b2[:300], file=sys.stderr)


def by_etcd(todo, nodes, bad):
    c, e64 = connect(True), lambda b: base64.b64encode(b).decode()
    for k in range(0, len(todo), 100):
        ops = []
        for i in todo[k:k + 100]:
            p = pod(i, nodes)
            m = p["metadata"]
            m.update(uid=str(uuid.uuid4()), creationTimestamp=NOW, managedFields=[{
                "manager": "kubelet", "operation": "Update", "apiVersion": "v1", "time": NOW, "fieldsType": "FieldsV1",
                "fieldsV1": {"f:status": {"f:conditions": {'k:{"type":"Ready"}': {".": {}, "f:status": {}, "f:type": {}}}, "f:phase": {}, "f:podIP": {}}}}])
            ops.append({"requestPut": {"key": e64(f"/registry/pods/{m['namespace']}/{m['name']}".encode()), "value": e64(json.dumps(p, separators=(",", ":")).encode())}})
        s, b = call(c, "POST", "/v3/kv/txn", {"success": ops})
        if s != 200:
            with bad.get_lock():
                bad.value += len(ops)
            print(s, b[:300], file=sys.stderr)


def process(k, nodes, bad):
    mine = list(range(k, opt.n, opt.processes))
    f, n = (by_etcd, 1) if opt.etcd else (by_api, opt.threads)
    ts = [threading.Thread(target=f, args=(mine[j::n], nodes, bad)) for j in range(n)]
    [t.start() for t in ts]
    [t.join() for t in ts]


if __name__ == "__main__":
    c = connect()
    if opt.delete:
        for j in range(opt.namespaces):
            print(call(c, "DELETE", f"/api/v1/namespaces/{opt.prefix}-{j}")[0], end=" ")
        sys.exit(print())
    nodes = [n["metadata"]["name"] for n in json.loads(call(c, "GET", "/api/v1/nodes")[1])["items"]]
    for j in range(opt.namespaces):
        call(c, "POST", "/api/v1/namespaces", {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": f"{opt.prefix}-{j}"}})
    while call(c, "GET", f"/api/v1/namespaces/{opt.prefix}-{opt.namespaces - 1}/serviceaccounts/default")[0] != 200:
        time.sleep(0.1)
    time.sleep(1)
    size = sum(len(json.dumps(pod(i, nodes))) for i in range(100)) // 100
    bad, t = mp.Value("i", 0), time.time()
    ps = [mp.Process(target=process, args=(k, nodes, bad)) for k in range(opt.processes)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    t, t1 = time.time() - t, time.time()
    for i in range(max(0, opt.n - opt.processes), opt.n):  # the last of each: until the watch cache has them
        m = pod(i, nodes)["metadata"]
        while not bad.value and call(c, "GET", f"/api/v1/namespaces/{m['namespace']}/pods/{m['name']}?resourceVersion=0")[0] != 200:
            time.sleep(0.2)
    print(f"{opt.n} pods of {size} bytes in {t:.1f} s: {opt.n / t:.0f} pods/s ({'etcd' if opt.etcd else 'POST + PATCH status'}), {bad.value} failed; "
          f"all in the watch cache {time.time() - t1:.1f} s later")
