"""Tiny OCM servers that share no code with Meshbed, each wrong in its own way.

usage: foreign.py KIND CERT KEY; prints its port, serves until its standard input ends.
"""

import json
import os
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KIND, CERT, KEY = sys.argv[1:4]
seen = 0


def document(port):
    webdav = {"webdav": "/files/", "webdav-receive": {"uri": "relative"}}
    document = {
        "enabled": True,
        "apiVersion": "1.5.0",
        "endPoint": f"https://localhost:{port}/ocm",
        "provider": "foreign",
        "resourceTypes": [{"name": "file", "shareTypes": ["user"], "protocols": webdav}],
        "capabilities": ["notifications", "protocol-object"],
        "criteria": [],
    }
    if KIND == "broken-document":
        document["enabled"] = "yes"
        del document["apiVersion"]
        document["endPoint"] = "/ocm"
        document["resourceTypes"][0]["protocols"] = {"ssh": "localhost:22"}
        document["resourceTypes"].append({"name": "file"})
    return document


def is_right(share):
    texts = ["shareWith", "name", "providerId", "owner", "sender", "shareType", "resourceType"]
    if not all(isinstance(share.get(name), str) for name in texts) or not isinstance(share.get("protocol"), dict):
        return False
    webdav = share["protocol"].get("webdav")
    return isinstance(webdav, dict) and "uri" in webdav and "sharedSecret" in webdav and not webdav.get("requirements")


class Foreign(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.serve()

    def do_POST(self):
        self.serve()

    def log_message(self, *_):
        pass

    def serve(self):
        global seen
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        seen += 1
        if KIND == "dies" and seen > 12:
            os._exit(0)
        if KIND == "yes":
            self.reply(201, {})
        elif self.path == "/.well-known/ocm":
            self.reply(200, document(self.server.server_port))
        elif self.path == "/ocm/shares":
            self.shares(body)
        else:
            self.reply(404, {"message": "not here"})

    def shares(self, body):
        try:
            right = is_right(json.loads(body))
        except ValueError:
            right = False
        self.reply(201 if right else 400, {"recipientDisplayName": "Alice"} if right else {"message": "INVALID"})

    def reply(self, status, answer):
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERT, KEY)
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
