"""The contract says what the service does, and the file says what the contract says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from nutgraf.settings import Settings
from service.app import create_app
from service.openapi.document import as_yaml, openapi_document
from service.schemas.article import ProblemSchema

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return openapi_document(create_app(Settings()))


def test_the_committed_file_is_what_the_schemas_say(document: dict[str, Any]) -> None:
    assert (ROOT / "openapi.yaml").read_text() == as_yaml(document), "run `make openapi`"


def test_the_document_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    again = yaml.safe_load(as_yaml(document))
    assert again["openapi"] == "3.1.0"
    assert list(OpenAPIV31SpecValidator(again).iter_errors()) == []


def test_every_route_is_in_the_contract() -> None:
    app = create_app(Settings())
    silent = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if not hasattr(app.view_functions[rule.endpoint], "operation")
    ]
    assert silent == []


def test_every_property_is_described(document: dict[str, Any]) -> None:
    bare = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, about in schema.get("properties", {}).items()
        if "description" not in about
    ]
    assert bare == []


def test_every_property_has_an_example_or_says_all_its_values(document: dict[str, Any]) -> None:
    plain = {"examples", "enum", "$ref", "anyOf", "allOf"}
    bare = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, about in schema.get("properties", {}).items()
        if about.get("type") != "boolean" and not plain & (set(about) | set(about.get("items", {})))
    ]
    assert bare == []


def test_every_problem_of_an_operation_has_an_example(document: dict[str, Any]) -> None:
    answers = [
        answer["content"]["application/problem+json"]
        for item in document["paths"].values()
        for method, operation in item.items()
        if method != "parameters"
        for answer in operation["responses"].values()
        if "application/problem+json" in answer.get("content", {})
    ]
    assert len(answers) > 50
    examples = [example["value"] for answer in answers for example in answer["examples"].values()]
    assert [example for example in examples if ProblemSchema().validate(example)] == []
