# SPDX-License-Identifier: Apache-2.0
"""What the fake nodes and the fake kubelet share: their access to the API server and to a pod's annotations."""
import http.client
import json
import ssl
import threading
from datetime import datetime, timezone

MERGE = "application/merge-patch+json"
STRATEGIC = "application/strategic-merge-patch+json"
ANNOTATIONS = "orrery.test/"


def now(micro=False):
    return stamp(datetime.now(timezone.utc), micro)


def stamp(time, micro=False):
    return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ" if micro else "%Y-%m-%dT%H:%M:%SZ")


def parse_time(text):
    """RFC 3339, with or without fractions, as seconds since the epoch."""
    head, _, fraction = text.rstrip("Z").partition(".")
    seconds = datetime.strptime(head, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc).timestamp()
    return seconds + (float("0." + fraction) if fraction else 0)


def note(pod, key, default):
    return (pod["metadata"].get("annotations") or {}).get(ANNOTATIONS + key, default)


class Api:
    """Requests as a component of the control plane; one kept connection a thread."""

    def __init__(self, state):
        self.pki = state + "/pki/"
        with open(state + "/ports", encoding="ascii") as f:
            self.port, _, _, self.kubelet_port = map(int, f.read().split())
        self.tls = ssl.create_default_context(cafile=self.pki + "ca.crt")
        self.tls.load_cert_chain(self.pki + "component.crt", self.pki + "component.key")
        self.local = threading.local()

    def connect(self, timeout=30):
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls, timeout=timeout)

    def call(self, method, path, body=None, content="application/json"):
        """(HTTP status, object). A connection that has died is opened anew, once."""
        data = None if body is None else json.dumps(body)
        for last in (False, True):
            if getattr(self.local, "connection", None) is None:
                self.local.connection = self.connect()
            try:
                self.local.connection.request(method, path, data, {"Content-Type": content})
                reply = self.local.connection.getresponse()
                read = reply.read()
                return reply.status, json.loads(read) if read[:1] == b"{" else read
            except (OSError, http.client.HTTPException):
                self.local.connection = None
                if last:
                    raise
