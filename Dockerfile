# One image for API, worker and sender of webhooks; which of them a container is, its command says.
FROM python:3.12-slim AS packages
ENV PYTHONDONTWRITEBYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/nutgraf/venv
WORKDIR /build
COPY deploy/image/uv.txt ./
RUN pip install --no-cache-dir --require-hashes --requirement uv.txt
COPY pyproject.toml uv.lock ./
# Every package must have the hash that uv.lock has. Left out are tokenizers' means to download models: there is
# no network at run time.
RUN uv sync --frozen --no-dev --no-install-project --no-cache \
      --no-install-package huggingface-hub --no-install-package hf-xet --no-install-package fsspec \
      --no-install-package filelock --no-install-package tqdm --no-install-package httpx2 \
      --no-install-package httpcore2 --no-install-package h11 --no-install-package truststore \
      --no-install-package anyio
COPY deploy/image/slim.sh ./
RUN ./slim.sh /opt/nutgraf/venv && python -m compileall -q -j 0 /opt/nutgraf/venv/lib

FROM python:3.12-slim
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Nutgraf" \
      org.opencontainers.image.description="A self-hosted REST service that reads news" \
      org.opencontainers.image.version="1.0.0" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="docker.io/library/python:3.12-slim"
ENV PATH=/opt/nutgraf/venv/bin:$PATH \
    PYTHONPATH=/opt/nutgraf/app \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    OMP_NUM_THREADS=1 \
    ORT_DISABLE_TELEMETRY=1 \
    NUTGRAF_HOST=0.0.0.0
WORKDIR /opt/nutgraf/app
COPY --from=packages /opt/nutgraf/venv /opt/nutgraf/venv
COPY deploy/image/nutgraf deploy/image/make-password /usr/local/bin/
COPY nutgraf nutgraf
COPY service service
COPY workers workers
COPY examples examples
COPY openapi.yaml LICENSE ./
# Where containers of one stack share a password; the volume takes over its owner.
RUN groupadd --gid 10001 nutgraf && useradd --no-log-init --uid 10001 --gid 10001 --no-create-home nutgraf \
 && install -d -o 10001 -g 10001 -m 0755 /run/nutgraf
USER 10001:10001
EXPOSE 8000 9100
CMD ["gunicorn", "--config", "python:service.server.gunicorn_config", "service.wsgi:app"]
