"""Write the OpenAPI document to ``openapi.yaml``: ``python -m service``."""

from pathlib import Path

from nutgraf.settings import Settings
from service.app import create_app
from service.openapi.document import as_yaml, openapi_document

if __name__ == "__main__":
    document = openapi_document(create_app(Settings()))
    (Path(__file__).parent.parent / "openapi.yaml").write_text(as_yaml(document), encoding="utf-8")
