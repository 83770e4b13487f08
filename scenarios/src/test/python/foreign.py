"""Tiny OCM servers that share no code with Meshbed, each wrong in its own way.

usage: foreign.py KIND CERT KEY; prints its port, serves until its standard input ends.

KIND is how it answers (yes, dies, broken-document, right), or how it sends: one of SENDING below, to be driven by the
http driver with the token "foreign-token".
"""

import base64
import http.client
import json
import os
import ssl
import sys
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KIND, CERT, KEY = sys.argv[1:4]
TRUSTING = ssl._create_unverified_context()
TOKEN = "foreign-token"
CONTENT = b"foreign content"
seen = 0
port = 0
number = 0
sent = {}  # by id: what was shared
received = {}  # by id: what came in
invites = {}  # token: whether it was accepted


def put(name, value):
    return lambda message: message.__setitem__(name, value)


def drop(name):
    return lambda message: message.pop(name, None)


def inner(change, *path):
    def changed(message):
        for name in path:
            message = message[name]
        change(message)

    return changed


# What is wrong with what it sends: the end of the place it is sent to, and the change.
SENDING = {
    "share-no-share-with": ("/shares", drop("shareWith")),
    "share-no-name": ("/shares", drop("name")),
    "share-no-provider-id": ("/shares", drop("providerId")),
    "share-no-owner": ("/shares", drop("owner")),
    "share-sender-no-address": ("/shares", put("sender", "alice")),
    "share-no-resource-type": ("/shares", drop("resourceType")),
    "share-no-protocol": ("/shares", drop("protocol")),
    "share-no-secret": ("/shares", inner(drop("sharedSecret"), "protocol", "webdav")),
    "share-no-permissions": ("/shares", inner(drop("permissions"), "protocol", "webdav")),
    "news-no-type": ("/notifications", drop("notificationType")),
    "news-unheard-of": ("/notifications", put("notificationType", "SHARE_PAINTED_BLUE")),
    "news-no-domain": ("/notifications", drop("senderDomain")),
    "news-no-file": ("/notifications", inner(drop("file"), "notification")),
    "news-other-id": ("/notifications", inner(put("providerId", "never-announced"), "notification", "file")),
    "news-id-at-the-top": ("/notifications", lambda m: m.__setitem__("providerId", m["notification"]["file"]["providerId"])),
    "invite-no-provider": ("/invite-accepted", drop("recipientProvider")),
    "invite-no-token": ("/invite-accepted", drop("token")),
    "invite-no-user": ("/invite-accepted", drop("userID")),
    "invite-no-email": ("/invite-accepted", drop("email")),
    "invite-url": ("/invite-accepted", lambda m: m.__setitem__("recipientProvider", "https://" + m["recipientProvider"])),
}


def host():
    return f"localhost:{port}"


def document():
    webdav = {"webdav": "/files/", "webdav-receive": {"uri": "relative"}}
    types = [{"name": name, "shareTypes": ["user"], "protocols": webdav} for name in ("file", "folder")]
    document = {
        "enabled": True,
        "apiVersion": "1.5.0",
        "endPoint": f"https://{host()}/ocm",
        "provider": "foreign",
        "resourceTypes": types,
        "capabilities": ["notifications", "protocol-object"],
        "criteria": [],
    }
    if KIND == "right" or KIND in SENDING:
        document["capabilities"].append("invites")
        document["inviteAcceptDialog"] = f"https://{host()}/accept"
    if KIND == "broken-document":
        document["enabled"] = "yes"
        del document["apiVersion"]
        document["endPoint"] = "/ocm"
        document["resourceTypes"] = [
            {"name": "file", "shareTypes": ["user"], "protocols": {"ssh": "localhost:22"}},
            {"name": "file"},
        ]
    return document


def is_right(share):
    texts = ["shareWith", "name", "providerId", "owner", "sender", "shareType", "resourceType"]
    if not all(isinstance(share.get(name), str) for name in texts) or not isinstance(share.get("protocol"), dict):
        return False
    webdav = share["protocol"].get("webdav")
    return isinstance(webdav, dict) and "uri" in webdav and "sharedSecret" in webdav and not webdav.get("requirements")


# --- sending ---------------------------------------------------------------------------------------------------------


def ask(method, url, headers, body=None):
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPSConnection(parts.netloc, context=TRUSTING, timeout=10)
    try:
        connection.request(method, parts.path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def look_up(server):
    return json.loads(ask("GET", f"https://{server}/.well-known/ocm", {"Accept": "application/json"})[1])


def tell(server, place, message):
    end, change = SENDING.get(KIND, ("", None))
    if place == end:
        change(message)
    url = look_up(server)["endPoint"] + place
    return ask("POST", url, {"Content-Type": "application/json"}, json.dumps(message))[0]


def news(kind, id, share):
    server = share["server"]
    message = {
        "notificationType": kind,
        "senderDomain": host(),
        "resourceType": share["type"],
        "shareType": "user",
        "notification": {"file": {"providerId": id}},
    }
    return tell(server, "/notifications", message)


def share_out(party, path, share_with):
    global number
    number += 1
    id, secret = f"foreign-{number}", f"secret-{number}-of-foreign"
    server = share_with.rsplit("@", 1)[1]
    their = look_up(server)
    if their.get("criteria"):
        return refused("their server demands " + ", ".join(their["criteria"]))
    kind = "file" if "." in path else "folder"
    address = f"{party}@{host()}"
    webdav = {"uri": id, "sharedSecret": secret, "permissions": ["read"]}
    message = {
        "shareWith": share_with,
        "name": path,
        "providerId": id,
        "owner": address,
        "sender": address,
        "shareType": "user",
        "resourceType": kind,
        "protocol": {"name": "multi", "webdav": webdav},
    }
    sent[id] = {"server": server, "type": kind, "secret": secret}
    status = tell(server, "/shares", message)
    return done(id) if status == 201 else refused(f"answered {status}")


def end(id):
    share = sent.pop(id, None)
    if share is None:
        return refused("there is no such share")
    news("SHARE_UNSHARED", id, share)
    return done()


def answer_share(id, kind):
    share = received[id]
    share["pending"] = False
    news(kind, share["id"], share)
    return done()


def read(id, path):
    share = received[id]
    their = look_up(share["server"])
    webdav = share["protocol"]["webdav"]
    prefix = their["resourceTypes"][0]["protocols"]["webdav"].strip("/")
    url = webdav["uri"] if "://" in webdav["uri"] else f"https://{share['server']}/{prefix}/{webdav['uri']}"
    url += "/" + path if path else ""
    ask("GET", url, {"Authorization": "Bearer " + webdav["sharedSecret"]})
    return done()


def accept_invite(party, text):
    plain = text if "@" in text else base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    token, server = plain.rsplit("@", 1)
    message = {"recipientProvider": host(), "token": token, "userID": party, "email": "a@mail.example", "name": "A"}
    status = tell(server, "/invite-accepted", message)
    return done() if status == 200 else refused(f"answered {status}")


def invite():
    token = f"invite-{len(invites) + 1}-of-foreign"
    invites[token] = False
    return done(base64.urlsafe_b64encode(f"{token}@{host()}".encode()).decode().rstrip("="))


def done(value=None):
    return {"told": "done", "words": "done", "value": value}


def refused(words):
    return {"told": "refused", "words": words}


def driven(call):
    try:
        return drive(call)
    except (OSError, LookupError, ValueError) as error:
        return refused(repr(error))


def drive(call):
    verb, party, id = call.get("verb"), call.get("party"), call.get("id")
    if verb in ("write", "makeFolder"):
        return done()
    if verb == "share":
        return share_out(party, call["path"], call["shareWith"])
    if verb == "unshare":
        return end(id)
    if verb == "pending":
        return done([{"id": id, "name": share["name"]} for id, share in received.items() if share["pending"]])
    if verb in ("accept", "decline"):
        return answer_share(id, "SHARE_ACCEPTED" if verb == "accept" else "SHARE_DECLINED")
    if verb == "read":
        return read(id, call.get("path"))
    if verb == "invite":
        return invite()
    if verb == "acceptInvite":
        return accept_invite(party, call["invite"])
    return {"told": "unsupported", "words": f"there is no verb {verb} here"}


# --- serving ---------------------------------------------------------------------------------------------------------


class Foreign(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.serve()

    def do_POST(self):
        self.serve()

    def do_PROPFIND(self):
        self.serve()

    def log_message(self, *_):
        pass

    def serve(self):
        global seen
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        seen += 1
        if KIND == "dies" and seen > 18:
            os._exit(0)
        if KIND == "yes":
            self.reply(201, {})
        elif self.path == "/.well-known/ocm":
            self.reply(200, document())
        elif self.path == "/meshbed-driver":
            right = self.headers.get("Authorization") == "Bearer " + TOKEN
            self.reply(200 if right else 401, driven(json.loads(body)) if right else {"words": "no"})
        elif self.path.startswith("/files/"):
            self.files()
        elif self.command == "POST":
            self.message(body)
        else:
            self.reply(404, {"message": "not here"})

    def message(self, body):
        places = {"/ocm/shares": self.shares, "/ocm/notifications": self.notifications, "/ocm/invite-accepted": self.invites}
        serves = places.get(self.path)
        if serves is None or KIND in ("dies", "broken-document") and self.path != "/ocm/shares":
            self.reply(404, {"message": "not here"})
            return
        try:
            message = json.loads(body)
        except ValueError:
            message = {}
        serves(message if isinstance(message, dict) else {})

    def shares(self, share):
        if not is_right(share):
            self.reply(400, {"message": "INVALID"})
            return
        server = share["sender"].rsplit("@", 1)[1]
        fields = {"id": share["providerId"], "server": server, "type": share["resourceType"], "pending": True}
        received[f"{server}/{share['providerId']}"] = share | fields
        self.reply(201, {"recipientDisplayName": "Alice"})

    def notifications(self, message):
        kind, about = message.get("notificationType"), message.get("notification") or {}
        id = (about.get("file") or {}).get("providerId")
        known = f"{message.get('senderDomain')}/{id}" in received
        known = known or sent.get(id, {}).get("server") == message.get("senderDomain")
        if not isinstance(kind, str) or kind not in ("SHARE_ACCEPTED", "SHARE_DECLINED", "SHARE_UNSHARED"):
            self.reply(501 if kind in ("REQUEST_SHARE", "REQUEST_RESHARE") else 400, {"message": "no"})
        elif not known or "resourceType" not in message and "shareType" not in message:
            self.reply(400, {"message": "no"})
        else:
            self.reply(201, {})

    def invites(self, message):
        token = message.get("token")
        if not all(isinstance(message.get(name), str) for name in ("recipientProvider", "token", "userID")):
            self.reply(400, {"message": "no"})
        elif token not in invites:
            self.reply(400, {"message": "no"})
        elif invites[token]:
            self.reply(409, {"message": "again"})
        else:
            invites[token] = True
            self.reply(200, {"userID": "alice", "email": "a@mail.example", "name": "A"})

    def files(self):
        id = self.path.split("/")[2]
        share = sent.get(id)
        if share is None or self.headers.get("Authorization") != "Bearer " + share["secret"]:
            self.reply(401, {})
        elif self.command == "GET":
            self.send(200, "application/octet-stream", CONTENT)
        else:
            self.listed(share["type"] == "folder")

    def listed(self, folder):
        kind = "<d:collection/>" if folder else ""
        entries = [(self.path, kind)] + ([(self.path.rstrip("/") + "/a.txt", "")] if folder else [])
        answers = "".join(
            f"<d:response><d:href>{path}</d:href><d:propstat><d:prop><d:resourcetype>{kind}</d:resourcetype></d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
            for path, kind in entries
        )
        body = f'<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">{answers}</d:multistatus>'
        self.send(207, "application/xml", body.encode())

    def reply(self, status, answer):
        self.send(status, "application/json", json.dumps(answer).encode())

    def send(self, status, type, body):
        self.send_response(status)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
port = server.server_port
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERT, KEY)
server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(port, flush=True)
sys.stdin.read()
