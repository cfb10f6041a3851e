# SPDX-License-Identifier: Apache-2.0
"""exec_check.py PORT PKI NAMESPACE POD: exec over a WebSocket says hello and ends with 3."""
import base64
import os
import socket
import ssl
import sys

port, pki, namespace, pod = sys.argv[1:]
tls = ssl.create_default_context(cafile=pki + "/ca.crt")
tls.load_cert_chain(pki + "/admin.crt", pki + "/admin.key")
stream = tls.wrap_socket(socket.create_connection(("127.0.0.1", int(port))), server_hostname="127.0.0.1")
stream.sendall((
    f"GET /api/v1/namespaces/{namespace}/pods/{pod}/exec?command=sh&command=-c&command=echo+hello%3Bexit+3"
    f"&stdout=1&stderr=1 HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n"
    f"Sec-WebSocket-Protocol: v4.channel.k8s.io\r\n\r\n").encode())
stream.settimeout(20)
read = b""
while b"ExitCode" not in read:
    more = stream.recv(4096)
    if not more:
        break
    read += more
print(read)
sys.exit(0 if b"hello" in read and b"exit code 3" in read else 1)
