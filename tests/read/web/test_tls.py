import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from briefing.read.web.address import Refused
from briefing.read.web.client import Client, Outside
from briefing.read.web.manners import Manners
from tests.read.web.server import Clock, here

trustme = pytest.importorskip("trustme")


@pytest.fixture
def secure() -> Iterator[tuple[int, ssl.SSLContext]]:
    """A server with a certificate for harnby.example, and a context that trusts whoever signed it."""
    authority = trustme.CA()
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("harnby.example").configure_cert(serving)
    asking = ssl.create_default_context()
    authority.configure_trust(asking)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    class Server(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A handshake that is broken off is what a test is about."""

    server = Server(("127.0.0.1", 0), Handler)
    server.socket = serving.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server.server_address[1], asking
    server.shutdown()
    server.server_close()
    thread.join()


def asked(url: str, tls: ssl.SSLContext) -> bytes:
    clock = Clock()
    outside = Outside(clock=clock, sleep=clock.sleep, resolve=here, tls=tls)
    with Client(Manners(private_addresses=True, robots=False, timeout=5), outside) as client:
        return client.get(url).body


def test_the_certificate_is_held_against_the_name_not_the_number(secure: tuple[int, ssl.SSLContext]) -> None:
    port, tls = secure
    assert asked(f"https://harnby.example:{port}/", tls) == b"ok"


def test_a_certificate_for_another_name_is_refused(secure: tuple[int, ssl.SSLContext]) -> None:
    port, tls = secure
    with pytest.raises(Refused, match="no valid certificate"):
        asked(f"https://kessel.example:{port}/", tls)


def test_a_certificate_nobody_trusts_is_refused(secure: tuple[int, ssl.SSLContext]) -> None:
    port, _ = secure
    with pytest.raises(Refused, match="no valid certificate"):
        asked(f"https://harnby.example:{port}/", ssl.create_default_context())
