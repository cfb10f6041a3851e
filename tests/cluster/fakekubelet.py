# SPDX-License-Identifier: Apache-2.0
"""The fake nodes' kubelet as the API server sees it: container logs, and exec and attach over WebSocket."""
import base64
import hashlib
import http.server
import json
import socketserver
import ssl
import struct
import time
import urllib.parse
from datetime import datetime, timezone

from fake_api import note, parse_time


class Log:
    """A container's log: lines at a fixed rate from its start on, so that a second look finds the same lines."""

    def __init__(self, pod, container, previous):
        status = next((s for s in pod["status"].get("containerStatuses", []) if s["name"] == container), {})
        state = status.get("lastState" if previous else "state", {})
        self.waiting = state.get("waiting", {}).get("reason") or ("" if state else "ContainerCreating")
        run = state.get("running") or state.get("terminated") or {}
        self.name = f"{pod['metadata']['name']}/{container}"
        self.first = int(note(pod, "log-lines", "200"))
        self.rate = float(note(pod, "log-rate", "5"))
        self.spacing = 1 / self.rate if self.rate else 0.01
        self.start = parse_time(run["startedAt"]) if "startedAt" in run else time.time()
        self.end = parse_time(run["finishedAt"]) if "finishedAt" in run else None

    def count(self, at):
        at = at if self.end is None else min(at, self.end)
        return self.first + max(0, int((at - self.start) * self.rate))

    def time_of(self, i):
        return self.start + (i - self.first) * self.spacing

    def index_at(self, at):
        return max(0, int((at - self.start) / self.spacing) + self.first)

    def line(self, i, stamped):
        t = datetime.fromtimestamp(self.time_of(i), timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f000Z ") if stamped else ""
        return (f"{t}{'INFO' if i % 7 else 'WARN'} {self.name} line {i} request id={i * 2654435761 % 2**32:08x} "
                f"served in {i * 37 % 900} ms\n").encode()


class Kubelet(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    api = None

    def log_message(self, *_):
        pass

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def answer(self, code, text):
        self.send_response(code)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def handle_any(self):
        url = urllib.parse.urlsplit(self.path)
        query, parts = urllib.parse.parse_qs(url.query), url.path.strip("/").split("/")
        if parts[0] == "containerLogs" and len(parts) == 4:
            return self.logs(parts[1:], query)
        if parts[0] in ("exec", "attach") and "websocket" in self.headers.get("Upgrade", "").lower():
            return Shell(self).run(query.get("command", ["attach"]))
        return self.answer(404, "not found\n")

    do_GET = do_POST = handle_any

    def logs(self, where, query):
        def one(key, default=""):
            return query.get(key, [default])[0]
        path = f"/api/v1/namespaces/{where[0]}/pods/{where[1]}"
        code, pod = self.api.call("GET", path)
        if code != 200:
            return self.answer(404, f'pod "{where[1]}" not found\n')
        previous = one("previous") == "true"
        log = Log(pod, where[2], previous)
        if log.waiting:
            if previous or pod["status"].get("containerStatuses", [{}])[0].get("restartCount"):
                log = Log(pod, where[2], True)
            if log.waiting:
                what = f'previous terminated container "{where[2]}" in pod "{where[1]}" not found' if previous else \
                    f'container "{where[2]}" in pod "{where[1]}" is waiting to start: {log.waiting}'
                return self.answer(400, what)
        last, limit = log.count(time.time()), int(one("limitBytes", "0"))
        i = max(0, last - int(one("tailLines", str(last))))
        if one("sinceSeconds"):
            i = max(i, log.index_at(time.time() - float(one("sinceSeconds"))))
        if one("sinceTime"):
            i = max(i, log.index_at(parse_time(one("sinceTime"))))
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            self.send_lines(log, i, last, limit, one("timestamps") == "true")
            if one("follow") == "true" and not previous and not limit:
                self.follow(log, max(i, last), one("timestamps") == "true", path, where[2])
            self.chunk(b"")
        except OSError:
            self.close_connection = True

    def send_lines(self, log, first, last, limit, stamped):
        left = limit or None
        for k in range(first, last, 1000):
            data = b"".join(log.line(i, stamped) for i in range(k, min(last, k + 1000)))[:left]
            if data:
                self.chunk(data)
            if left is not None:
                left -= len(data)
                if left <= 0:
                    return

    def follow(self, log, i, stamped, path, container):
        """Until the container ends, restarts or goes away with its pod; looks once a second."""
        looked = 0
        while log.end is None:
            if time.time() - looked >= 1:
                looked = time.time()
                code, pod = self.api.call("GET", path)
                if code != 200:
                    return
                now = Log(pod, container, False)
                if now.start != log.start and not now.waiting:
                    return
                log.end = now.end
            last = log.count(time.time())
            self.send_lines(log, i, last, 0, stamped)
            i = max(i, last)
            time.sleep(min(1, max(0.01, log.time_of(i + 1) - time.time())))


class Shell:
    """v4.channel.k8s.io, with a tiny shell that knows echo, exit and cat."""

    def __init__(self, http_handler):
        self.http = http_handler

    def handshake(self):
        headers, http_ = self.http.headers, self.http
        key = headers["Sec-WebSocket-Key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        offered = [p.strip() for p in headers.get("Sec-WebSocket-Protocol", "").split(",")]
        chosen = next((p for p in ("v5.channel.k8s.io", "v4.channel.k8s.io") if p in offered), None)
        http_.send_response(101)
        http_.send_header("Upgrade", "websocket")
        http_.send_header("Connection", "Upgrade")
        http_.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key.encode()).digest()).decode())
        if chosen:
            http_.send_header("Sec-WebSocket-Protocol", chosen)
        http_.end_headers()
        http_.close_connection = True

    def send(self, channel, data, op=2):
        body = (bytes([channel]) if op == 2 else b"") + data
        size = bytes([0x80 | op, len(body)]) if len(body) < 126 else bytes([0x80 | op, 126]) + struct.pack(">H", len(body))
        self.http.wfile.write(size + body)

    def done(self, code):
        status = {"metadata": {}, "status": "Success"} if code == 0 else {
            "metadata": {}, "status": "Failure", "reason": "NonZeroExitCode", "message": f"exit code {code}",
            "details": {"causes": [{"reason": "ExitCode", "message": str(code)}]}}
        self.send(3, json.dumps(status).encode())
        self.send(0, struct.pack(">H", 1000), 8)

    def execute(self, line):
        words = line.split()
        if words[:1] == ["echo"]:
            self.send(1, (" ".join(words[1:]) + "\n").encode())
        elif words[:1] == ["exit"]:
            return int(words[1]) if len(words) > 1 else 0
        elif words:
            self.send(2, f"sh: {words[0]}: not found\n".encode())
        return None

    def run(self, command):
        self.handshake()
        script = command[:2] == ["sh", "-c"]
        if script or command[0] not in ("sh", "/bin/sh", "bash", "/bin/bash", "cat", "attach"):
            code = 0
            for part in " ".join(command[2:] if script else command).split(";"):
                ended = self.execute(part)
                if ended is not None:
                    code = ended
                    break
            self.done(code)
        else:
            self.interact(command[0] not in ("cat", "attach"))

    def frame(self):
        head = self.http.rfile.read(2)
        if len(head) < 2:
            return 8, b""
        size = head[1] & 127
        if size > 125:
            size = int.from_bytes(self.http.rfile.read(2 if size == 126 else 8), "big")
        mask = self.http.rfile.read(4) if head[1] & 128 else b"\0\0\0\0"
        return head[0] & 15, bytes(c ^ mask[i % 4] for i, c in enumerate(self.http.rfile.read(size)))

    def interact(self, shell):
        typed = b""
        if shell:
            self.send(1, b"$ ")
        while True:
            op, data = self.frame()
            if op == 8:
                return
            if op == 9:
                self.send(0, data, 10)
            elif data and data[0] == 0 and not shell:
                self.send(1, data[1:])
            elif data and data[0] == 0:  # the other channels are resize and the like
                typed += data[1:].replace(b"\r", b"\n")
                while b"\n" in typed:
                    line, _, typed = typed.partition(b"\n")
                    code = self.execute(line.decode())
                    if code is not None:
                        self.done(code)
                        return
                    self.send(1, b"$ ")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def get_request(self):  # the handshake happens in the handler's thread
        accepted, address = self.socket.accept()
        return self.tls.wrap_socket(accepted, server_side=True, do_handshake_on_connect=False), address


def serve(api):
    Kubelet.api = api
    server = Server(("127.0.0.1", api.kubelet_port), Kubelet)
    server.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.tls.load_cert_chain(api.pki + "kubelet-server.crt", api.pki + "kubelet-server.key")
    server.tls.load_verify_locations(api.pki + "ca.crt")
    server.tls.verify_mode = ssl.CERT_REQUIRED
    server.serve_forever()
