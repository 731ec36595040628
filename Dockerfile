# One image for API and worker; which of them a container is, its command says.
FROM python:3.12-slim AS packages
ENV PYTHONDONTWRITEBYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=/opt/nutgraf/venv
RUN pip install --no-cache-dir uv==0.13.8
WORKDIR /build
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-install-project --no-cache --compile-bytecode

FROM python:3.12-slim
LABEL org.opencontainers.image.title="Nutgraf" \
      org.opencontainers.image.description="A self-hosted REST service that reads news" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV PATH=/opt/nutgraf/venv/bin:$PATH \
    PYTHONPATH=/opt/nutgraf/app \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    OMP_NUM_THREADS=1 \
    NUTGRAF_HOST=0.0.0.0
WORKDIR /opt/nutgraf/app
COPY --from=packages /opt/nutgraf/venv /opt/nutgraf/venv
COPY nutgraf nutgraf
COPY service service
COPY workers workers
COPY terminal terminal
COPY examples examples
COPY openapi.yaml LICENSE ./
RUN printf '#!/bin/sh\nexec python -m terminal "$@"\n' >/opt/nutgraf/venv/bin/nutgraf && chmod 755 /opt/nutgraf/venv/bin/nutgraf
USER 10001:10001
EXPOSE 8000
CMD ["gunicorn", "--config", "python:service.gunicorn", "service.wsgi:app"]
