"""Webhooks over HTTP."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from standardwebhooks import Webhook

from nutgraf import identifiers, webhook_targets
from nutgraf.model import EVENTS
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.app import create_app
from service.schemas.webhook import DeliverySchema, EndpointSchema, NewEndpointSchema
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness
from tests.support.webhook_receivers import answering, in_turn, receiver
from tests.support.webhook_worker import WebhookWorkerHarness

URL = "https://hooks.example/nutgraf"


@pytest.fixture(autouse=True)
def _a_world_of_two_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"hooks.example": ["93.184.215.14"], "inside.example": ["93.184.215.14", "10.0.0.1"]}
    monkeypatch.setattr(webhook_targets, "system_resolver", lambda host, _port: known.get(host, []))


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, webhook_allow="127.0.0.0/8", webhook_max_endpoints=3)


def created(api: ApiHarness, **given: Any) -> dict[str, Any]:
    answer = api.http.post("/v1/webhooks", json={"url": URL, **given})
    assert answer.status_code == 201, answer.get_json()
    return dict(answer.get_json())


def test_a_new_endpoint_shows_its_secret_this_once(api: ApiHarness) -> None:
    answer = api.http.post("/v1/webhooks", json={"url": URL, "description": "Index"})
    body = answer.get_json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/webhooks/{body['id']}"
    assert NewEndpointSchema().validate(body) == {}
    assert body["secret"].startswith("whsec_")
    assert (body["events"], body["payload"], body["enabled"]) == (list(EVENTS), "thin", True)
    again = api.http.get(answer.headers["Location"]).get_json()
    assert EndpointSchema().validate(again) == {}
    assert again == {name: value for name, value in body.items() if name != "secret"}


def test_endpoints_are_listed_page_by_page_the_newest_first(api: ApiHarness) -> None:
    ids = [created(api, description=str(number))["id"] for number in range(3)]
    first = api.http.get("/v1/webhooks?limit=2").get_json()
    rest = api.http.get(f"/v1/webhooks?limit=2&cursor={first['next_cursor']}").get_json()
    assert [item["id"] for item in (*first["items"], *rest["items"])] == sorted(ids, reverse=True)
    assert rest["next_cursor"] is None
    assert "secret" not in str(first)


def test_an_endpoint_is_changed_switched_off_and_on_and_removed(api: ApiHarness) -> None:
    path = f"/v1/webhooks/{created(api)['id']}"
    changed = api.http.patch(path, json={"events": ["story.created"], "payload": "full", "enabled": False})
    assert changed.status_code == 200
    body = changed.get_json()
    assert (body["events"], body["payload"], body["url"]) == (["story.created"], "full", URL)
    assert (body["enabled"], body["disabled_reason"]) == (False, "operator")
    assert api.http.post(f"{path}/ping").get_json()["type"] == "/problems/conflict"
    back = api.http.patch(path, json={"enabled": True}).get_json()
    assert (back["enabled"], back["disabled_reason"]) == (True, None)
    assert api.http.delete(path).status_code == 204
    for method in (api.http.get, api.http.delete):
        assert method(path).status_code == 404


def test_one_endpoint_too_many_is_a_conflict(api: ApiHarness) -> None:
    for _ in range(3):
        created(api)
    answer = api.http.post("/v1/webhooks", json={"url": URL})
    assert (answer.status_code, answer.get_json()["type"]) == (409, "/problems/conflict")


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example/",
        "https://inside.example/",
        "https://169.254.169.254/",
        "https://nowhere.example/",
    ],
)
def test_a_target_that_is_not_public_is_refused_wherever_it_is_named(api: ApiHarness, url: str) -> None:
    path = f"/v1/webhooks/{created(api)['id']}"
    article = {"text": TEXT, "callback": {"url": url}}
    for answer, pointer in (
        (api.http.post("/v1/webhooks", json={"url": url}), "/url"),
        (api.http.patch(path, json={"url": url}), "/url"),
        (api.http.post("/v1/articles", json=article), "/callback/url"),
    ):
        body = answer.get_json()
        assert (answer.status_code, body["type"]) == (422, "/problems/webhook_target_forbidden")
        assert body["errors"][0]["pointer"] == pointer
        assert "10.0.0.1" not in answer.text
    assert api.queue.nudged == []


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({}, "/url"),
        ({"url": URL, "events": []}, "/events"),
        ({"url": URL, "events": ["article.eaten"]}, "/events/0"),
        ({"url": URL, "enabled": "yes"}, "/enabled"),
        ({"url": URL, "payload": "fat"}, "/payload"),
        ({"url": URL, "secret": "whsec_mine"}, "/secret"),
        ({"url": URL + "x" * 3000}, "/url"),
    ],
)
def test_an_invalid_draft_is_refused_by_name(api: ApiHarness, given: dict[str, Any], pointer: str) -> None:
    answer = api.http.post("/v1/webhooks", json=given)
    assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/validation")
    assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_a_delivery_is_followed_redelivered_and_recovered(
    api: ApiHarness, sender: WebhookWorkerHarness
) -> None:
    with receiver(in_turn(answering("500 Broken", body=b"oh"), answering("200 OK"))) as here:
        endpoint = created(api, url=here.url)
        ping = api.http.post(f"/v1/webhooks/{endpoint['id']}/ping")
        assert ping.status_code == 202
        path = f"/v1/deliveries/{ping.get_json()['id']}"
        sender.work()
        log = api.http.get(path).get_json()
        assert DeliverySchema().validate(log) == {}
        assert (log["status"], log["event"], log["endpoint_id"]) == (
            "pending",
            "webhook.ping",
            endpoint["id"],
        )
        assert log["next_attempt_at"] is not None
        assert [(each["status_code"], each["answer"]) for each in log["attempts"]] == [(500, "oh")]
        assert api.http.post(f"{path}/redeliver").status_code == 202
        sender.work()
        assert api.http.get(path).get_json()["status"] == "delivered"
        recovered = api.http.post(
            f"/v1/webhooks/{endpoint['id']}/recover", json={"since": "2026-01-01T00:00:00Z"}
        )
        assert (recovered.status_code, recovered.get_json()) == (202, {"recovered": 0})
    assert [request.id for request in here.received] == [log["id"]] * 2
    for request in here.received:
        assert Webhook(endpoint["secret"]).verify(request.body, request.headers)["type"] == "webhook.ping"


def test_deliveries_are_listed_by_status_and_page_by_page(
    api: ApiHarness, sender: WebhookWorkerHarness
) -> None:
    with receiver(in_turn(*[answering("200 OK")] * 3, answering("500 Broken"))) as here:
        path = f"/v1/webhooks/{created(api, url=here.url)['id']}"
        ids = []
        for _ in range(5):
            ids.append(api.http.post(f"{path}/ping").get_json()["id"])
            sender.work()
    listed, cursor = [], ""
    while cursor is not None:
        page = api.http.get(f"{path}/deliveries?limit=2{cursor and '&cursor=' + cursor}").get_json()
        listed += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert listed == sorted(ids, reverse=True)
    delivered = api.http.get(f"{path}/deliveries?status=delivered").get_json()["items"]
    assert {item["id"] for item in delivered} == set(sorted(ids)[:3])
    assert api.http.get(f"{path}/deliveries?status=lost").status_code == 422
    assert api.http.get(f"{path}/deliveries?cursor=x").status_code == 422


def test_a_callback_of_an_article_is_signed_with_the_rotated_default_secret(
    api: ApiHarness, sender: WebhookWorkerHarness
) -> None:
    with receiver() as here:
        secret = api.http.post("/v1/webhooks/default/rotate_secret").get_json()["secret"]
        article = {"text": TEXT, "callback": {"url": here.url, "events": ["article.completed"]}}
        identifier = api.http.post("/v1/articles", json=article).get_json()["id"]
        api.work()
        cached = api.http.post("/v1/articles", json=article)
        assert cached.status_code == 200
        assert sender.work() == 2
    sent = [Webhook(secret).verify(request.body, request.headers)["data"]["id"] for request in here.received]
    assert sent == [identifier, cached.get_json()["id"]]
    listed = api.http.get("/v1/webhooks/default/deliveries").get_json()["items"]
    assert [(item["subject_id"], item["endpoint_id"]) for item in listed] == [
        (sent[1], None),
        (sent[0], None),
    ]


def test_a_secret_is_rotated_with_a_grace_of_a_day_by_default(api: ApiHarness) -> None:
    endpoint = created(api)
    path = f"/v1/webhooks/{endpoint['id']}/rotate_secret"
    by_default = api.http.post(path).get_json()
    assert by_default["grace_period_seconds"] == 86_400
    assert api.http.post(path, json={"grace_period_seconds": 0}).get_json()["secret"] != by_default["secret"]
    assert api.http.post(path, json={"grace_period_seconds": -1}).status_code == 422


def test_webhooks_belong_to_their_tenant_and_need_the_scope_admin(settings: Settings, store: Store) -> None:
    keys = {
        (tenant, scope): store.keys.create(tenant, (scope,))[0]
        for tenant in ("one", "two")
        for scope in ("admin", "read", "submit")
    }
    http = create_app(replace(settings, auth="on"), store).test_client()

    def ask(method: str, path: str, tenant: str, scope: str = "admin", **kwargs: Any) -> Any:
        headers = {"Authorization": f"Bearer {keys[tenant, scope]}"}
        return http.open(path, method=method, headers=headers, **kwargs)

    endpoint = ask("POST", "/v1/webhooks", "one", json={"url": URL}).get_json()["id"]
    delivery = ask("POST", f"/v1/webhooks/{endpoint}/ping", "one").get_json()["id"]
    assert ask("GET", "/v1/webhooks", "two").get_json()["items"] == []
    since = {"since": "2026-01-01T00:00:00Z"}
    for method, path, body in (
        ("GET", f"/v1/webhooks/{endpoint}", None),
        ("PATCH", f"/v1/webhooks/{endpoint}", {"enabled": False}),
        ("DELETE", f"/v1/webhooks/{endpoint}", None),
        ("POST", f"/v1/webhooks/{endpoint}/ping", None),
        ("POST", f"/v1/webhooks/{endpoint}/rotate_secret", {}),
        ("POST", f"/v1/webhooks/{endpoint}/recover", since),
        ("GET", f"/v1/webhooks/{endpoint}/deliveries", None),
        ("GET", f"/v1/deliveries/{delivery}", None),
        ("POST", f"/v1/deliveries/{delivery}/redeliver", None),
    ):
        for scope in ("read", "submit"):
            assert ask(method, path, "one", scope, json=body).status_code == 403, path
        assert ask(method, path, "two", json=body).status_code == 404, path
    assert ask("GET", f"/v1/webhooks/{endpoint}", "one").get_json()["enabled"]
    for path in (f"/v1/webhooks/{identifiers.new('whk')}", f"/v1/deliveries/{identifiers.new('dlv')}"):
        assert ask("GET", path, "one").status_code == 404
