"""Posting to receivers that misbehave, and to addresses that were checked."""

from __future__ import annotations

import socket
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from nutgraf.webhook_targets import AllowedTargets
from tests.support.webhook_receivers import (
    Behaviour,
    answering,
    babbling,
    closing,
    dripping,
    hanging,
    receiver,
)
from workers.webhooks.http_client import MAX_RESPONSE_BYTES, WebhookClient, WebhookRequestError

LOOPBACK = AllowedTargets.parse("127.0.0.0/8")
BODY = b'{"type":"webhook.ping"}'
DEADLINE = 0.5


def post(url: str, allowed: AllowedTargets = LOOPBACK, body: bytes = BODY) -> tuple[int, bytes]:
    answer = WebhookClient(allowed, DEADLINE).post(url, {"Content-Type": "application/json"}, body)
    return answer.status, answer.body


def test_a_receiver_gets_the_exact_bytes_under_its_own_host_and_path() -> None:
    with receiver() as here:
        assert post(here.url) == (200, b"ok")
    (request,) = here.received
    assert (request.line, request.body) == ("POST /hook?a=1 HTTP/1.1", BODY)
    assert request.headers["host"] == f"127.0.0.1:{here.port}"
    assert request.headers["content-length"] == str(len(BODY))


@pytest.mark.parametrize(
    ("behave", "error"),
    [
        (hanging, "timeout"),
        (dripping, "timeout"),
        (lambda connection: dripping(connection, b"HTTP/1.1 100 Continue\r\n\r\n" * 3), "timeout"),
        (closing, "connection_lost"),
        (babbling, "not_http"),
    ],
)
def test_a_receiver_that_gives_no_answer_in_time_ends_in_one_stable_word(
    behave: Behaviour, error: str
) -> None:
    with receiver(behave) as here:
        began = time.monotonic()
        with pytest.raises(WebhookRequestError, match=f"^{error}$"):
            post(here.url)
        assert time.monotonic() - began < DEADLINE + 0.3


def test_a_body_that_drips_costs_no_more_than_the_deadline_and_the_status_counts() -> None:
    def behave(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nbegin")
        dripping(connection)

    with receiver(behave) as here:
        began = time.monotonic()
        status, body = post(here.url)
        assert time.monotonic() - began < DEADLINE + 0.3
    assert status == 200
    assert body.startswith(b"begin")


def test_of_ten_megabytes_at_most_sixteen_kibibytes_are_read() -> None:
    taken: list[int] = []

    def flood(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10485760\r\n\r\n")
        sent = 0
        try:
            while sent < 10_485_760:
                sent += connection.send(b"y" * 65536)
        except OSError:
            pass
        taken.append(sent)

    with receiver(flood) as here:
        status, body = post(here.url)
        time.sleep(0.2)
    assert status == 200
    assert len(body) <= MAX_RESPONSE_BYTES
    assert taken[0] < 10_485_760


def test_endless_headers_end_with_the_room_for_an_answer() -> None:
    def behave(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 5000)

    with receiver(behave) as here, pytest.raises(WebhookRequestError, match=r"^not_http$"):
        post(here.url)


def test_a_redirect_is_an_answer_and_never_followed() -> None:
    with receiver() as private:
        location = f"Location: http://127.0.0.1:{private.port}/latest/meta-data/"
        for status in ("301 Moved", "302 Found", "307 Again", "308 Moved"):
            with receiver(answering(status, location)) as here:
                assert post(here.url)[0] == int(status[:3])
    assert private.received == []


def test_a_port_where_nobody_listens_and_a_forbidden_target_are_errors() -> None:
    with receiver() as here:
        pass
    with pytest.raises(WebhookRequestError, match=r"^connect_failed$"):
        post(here.url)
    with receiver() as here, pytest.raises(WebhookRequestError, match=r"^target_forbidden$"):
        post(here.url, AllowedTargets())
    assert here.received == []


def test_a_name_is_resolved_once_and_only_the_checked_address_is_called(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def resolver(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with receiver() as here:
        real = socket.getaddrinfo

        def literal_only(host: str, *rest: object, **named: object) -> object:
            assert host == "127.0.0.1", "resolved again"
            return real(host, *rest, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "getaddrinfo", literal_only)
        url = f"http://rebinding.example:{here.port}/"
        assert WebhookClient(LOOPBACK, DEADLINE, resolver).post(url, {}, BODY).status == 200
        with pytest.raises(WebhookRequestError, match=r"^target_forbidden$"):
            WebhookClient(LOOPBACK, DEADLINE, resolver).post(url, {}, BODY)
    assert asked == ["rebinding.example"] * 2
    assert here.received[0].headers["host"] == f"rebinding.example:{here.port}"


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with receiver() as proxy, receiver() as here:
        for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert post(here.url)[0] == 200
    assert proxy.received == []


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for receiver.test with its key, made on the spot."""
    path = Path(tmp_path_factory.mktemp("tls")) / "receiver.pem"
    command = [
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=receiver.test", "-addext", "subjectAltName=DNS:receiver.test",
        "-keyout", str(path), "-out", str(path.with_suffix(".crt")),
    ]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


def test_tls_is_spoken_with_the_hosts_name_though_to_a_literal_address(certificate: Path) -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    named: list[str | None] = []
    server.sni_callback = lambda _socket, name, _context: named.append(name)
    trusting = ssl.create_default_context(cafile=certificate)
    with receiver(tls=server) as here:
        client = WebhookClient(LOOPBACK, 2, lambda _host, _port: ["127.0.0.1"], trusting)
        assert client.post(f"https://receiver.test:{here.port}/", {}, BODY).status == 200
        with pytest.raises(WebhookRequestError, match=r"^tls_failed$"):
            client.post(f"https://another.test:{here.port}/", {}, BODY)
        with pytest.raises(WebhookRequestError, match=r"^tls_failed$"):
            WebhookClient(LOOPBACK, 2).post(f"https://127.0.0.1:{here.port}/", {}, BODY)
    assert named[:2] == ["receiver.test", "another.test"]
    assert len(here.received) == 1


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("120", 120, 120),
        ("Wed, 21 Oct 2065 07:28:00 GMT", 1e8, 1e10),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(header: str, least: float, most: float) -> None:
    with receiver(answering("429 Slow", f"Retry-After: {header}")) as here:
        found = WebhookClient(LOOPBACK, DEADLINE).post(here.url, {}, BODY).retry_after
    assert found is not None
    assert least <= found <= most


@pytest.mark.parametrize("header", ["soon", "-5", "1e9", "", "²"])
def test_a_retry_after_that_makes_no_sense_is_none(header: str) -> None:
    with receiver(answering("503 Busy", f"Retry-After: {header}")) as here:
        assert WebhookClient(LOOPBACK, DEADLINE).post(here.url, {}, BODY).retry_after is None
