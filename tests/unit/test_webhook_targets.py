"""Where webhooks must never go."""

from __future__ import annotations

import ipaddress
import time

import pytest

from nutgraf.settings import Settings, SettingsError
from nutgraf.webhook_targets import (
    AllowedTargets,
    ForbiddenTargetError,
    UnresolvedError,
    is_public_address,
    parse_target,
    resolve_target,
)

NOBODY = AllowedTargets()
PUBLIC = "93.184.215.14"

FORBIDDEN_URLS = (
    # schemes
    "http://hooks.example/", "ftp://hooks.example/", "file:///etc/passwd", "gopher://hooks.example/1",
    "ws://hooks.example/", "//hooks.example/", "hooks.example", "javascript:alert(1)", "",
    # credentials, fragments, ports, lengths
    "https://user@hooks.example/", "https://user:password@hooks.example/", "https://@hooks.example/",
    "https://hooks.example/#fragment", "https://hooks.example:22/", "https://hooks.example:80/",
    "https://hooks.example:6379/", "https://hooks.example:0/", "https://hooks.example:99999/",
    "https://hooks.example/" + "a" * 3000,
    # characters that parsers read differently
    "https://hooks.example\\@127.0.0.1/", "https://hooks.example /", "https://hooks.example\t/",
    "https://hooks.example\r\nX-Header: 1/", "https://hooks.example\0/", "https://ⓔxample.com/",
    "https://１２７.0.0.1/", "https://hooks_example..com/", "https://-hooks.example/", "https://[::1/",
    # IPv4 in every spelling
    "https://127.1/", "https://127.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/",
    "https://0177.0.0.1/", "https://017700000001/", "https://127.0.0.01/", "https://0/", "https://1/",
    "https://127.0.0.1.0x/", "https://hooks.example.1/", "https://256.256.256.256/", "https://0x/",
    # IPv6 with a zone
    "https://[fe80::1%25eth0]/", "https://[fe80::1%eth0]/",
)  # fmt: skip

FORBIDDEN_ADDRESSES = (
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255",
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.0.170", "192.0.2.1", "192.88.99.1",
    "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "168.63.129.16",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::ffff:0:7f00:1",
    "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:10::1",
    "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "3fff::1", "5f00::1", "fc00::1", "fd00::1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
)  # fmt: skip


def asked(url: str, *addresses: str, allowed: AllowedTargets = NOBODY) -> list[str]:
    target = parse_target(url, allowed)
    return [str(address) for address in resolve_target(target, allowed, 1, lambda _host, _port: addresses)]


@pytest.mark.parametrize("url", FORBIDDEN_URLS)
def test_a_url_of_the_wrong_shape_is_refused_though_its_host_would_be_public(url: str) -> None:
    with pytest.raises(ForbiddenTargetError):
        asked(url, PUBLIC)


@pytest.mark.parametrize("address", FORBIDDEN_ADDRESSES)
def test_an_address_that_is_not_public_is_refused_as_the_host_and_behind_a_name(address: str) -> None:
    assert not is_public_address(ipaddress.ip_address(address))
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(ForbiddenTargetError):
        asked(f"https://{host}/")
    with pytest.raises(ForbiddenTargetError):
        asked("https://hooks.example/", address)


@pytest.mark.parametrize("address", ["8.8.8.8", PUBLIC, "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_a_public_address_is_reached(address: str) -> None:
    assert asked("https://hooks.example/", address) == [address]


def test_one_private_address_among_public_ones_spoils_the_answer() -> None:
    for mixed in ((PUBLIC, "10.0.0.1"), ("10.0.0.1", PUBLIC), ("2606:4700::1111", "::1")):
        with pytest.raises(ForbiddenTargetError):
            asked("https://hooks.example/", *mixed)


def test_each_resolution_is_checked_anew_so_that_rebinding_gains_nothing() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    target = parse_target("https://rebinding.example/", NOBODY)

    def rebinding(_host: str, _port: int) -> list[str]:
        return next(answers)

    assert [str(address) for address in resolve_target(target, NOBODY, 1, rebinding)] == [PUBLIC]
    with pytest.raises(ForbiddenTargetError):
        resolve_target(target, NOBODY, 1, rebinding)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "localhost.", "ip6-localhost", "printer.local"])
def test_names_of_this_machine_are_judged_by_their_addresses(host: str) -> None:
    with pytest.raises(ForbiddenTargetError):
        asked(f"https://{host}/", "127.0.0.1")


def test_an_allowed_network_may_be_called_over_http_at_any_port() -> None:
    allowed = AllowedTargets.parse("10.0.0.0/8, fd00::/8")
    assert asked("http://10.1.2.3:8080/", allowed=allowed) == ["10.1.2.3"]
    assert asked("http://receiver:8080/", "10.9.9.9", "fd00::2", allowed=allowed) == ["10.9.9.9", "fd00::2"]
    for url, addresses in (
        ("http://receiver:8080/", ["10.9.9.9", PUBLIC]),
        ("http://hooks.example/", [PUBLIC]),
        ("https://hooks.example:8080/", [PUBLIC]),
        ("http://receiver/", ["192.168.0.1"]),
        ("http://11.0.0.1/", []),
    ):
        with pytest.raises(ForbiddenTargetError):
            asked(url, *addresses, allowed=allowed)


def test_an_allowed_name_may_be_called_wherever_it_leads_and_no_other_name() -> None:
    allowed = AllowedTargets.parse("receiver")
    assert asked("http://receiver:9000/", "172.18.0.5", allowed=allowed) == ["172.18.0.5"]
    for url in ("http://receiver.example/", "http://areceiver/", "https://user@receiver/"):
        with pytest.raises(ForbiddenTargetError):
            asked(url, "172.18.0.5", allowed=allowed)


def test_a_host_without_addresses_or_with_a_resolver_that_hangs_is_unresolved() -> None:
    with pytest.raises(UnresolvedError):
        asked("https://hooks.example/")
    target = parse_target("https://hooks.example/", NOBODY)

    def hang(_host: str, _port: int) -> list[str]:
        time.sleep(1)
        return [PUBLIC]

    began = time.monotonic()
    with pytest.raises(UnresolvedError):
        resolve_target(target, NOBODY, 0.05, hang)
    assert time.monotonic() - began < 0.5


def test_path_and_query_are_kept_as_they_were_written() -> None:
    written = {"": "/", "/": "/", "?a=b": "/?a=b", "/a%2Fb/../c?d=%20&e=f": "/a%2Fb/../c?d=%20&e=f"}
    for tail, path in written.items():
        assert parse_target(f"https://hooks.example{tail}", NOBODY).path == path


def test_the_host_header_names_the_port_only_when_it_is_unusual() -> None:
    assert parse_target("https://Hooks.Example/", NOBODY).authority == "hooks.example"
    assert parse_target("https://hooks.example:8443/", NOBODY).authority == "hooks.example:8443"
    assert parse_target("https://[2606:4700::1111]/", NOBODY).authority == "[2606:4700::1111]"


@pytest.mark.parametrize("entry", ["10.0.0.1/8", "a b", "2130706433", "*", "http://receiver"])
def test_an_allow_list_that_makes_no_sense_is_a_fault_of_the_settings(entry: str) -> None:
    with pytest.raises(SettingsError, match="NUTGRAF_WEBHOOK_ALLOW"):
        Settings.from_env({"NUTGRAF_WEBHOOK_ALLOW": f"127.0.0.1,{entry}"})
