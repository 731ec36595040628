#!/usr/bin/env bash
# `make e2e`: the compose stack, built and run for real, with two API and two worker containers.
# Needs docker with a reachable engine; or NUTGRAF_COMPOSE_E2E, a program that brings an engine and images along.
# NUTGRAF_E2E_PROFILE=rabbitmq does it with RabbitMQ as the broker.
set -euo pipefail
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
probe="$PYTHON -m deploy.probe"
broker=
[ "${NUTGRAF_E2E_PROFILE:-}" != rabbitmq ] || broker=amqp://nutgraf:nutgraf@rabbitmq:5672//
if [ -n "${NUTGRAF_COMPOSE_E2E:-}" ]; then
  settings=$(mktemp)
  trap 'rm -f "$settings"' EXIT
  echo "NUTGRAF_PORT=18000-18001" >"$settings"
  profile=()
  if [ -n "${NUTGRAF_E2E_PROFILE:-}" ]; then
    profile=(--profile "$NUTGRAF_E2E_PROFILE")
    echo "NUTGRAF_BROKER_URL=${broker}" >>"$settings"
  fi
  images=()
  for image in $(sed -nE 's/^    image: ([a-z0-9.\/_-]+:[a-z0-9.-]+)$/\1/p' docker-compose.yml); do
    name=${image%%:*} && folder=tests/e2e/images/${name##*/}
    [ ! -d "$folder" ] || images+=(--stand-in "$image=$PWD/$folder")
  done
  exec_args=(-C . --lint --env-file "$settings" --scale api=2 --scale worker=2 "${profile[@]}" "${images[@]}")
  bash "$NUTGRAF_COMPOSE_E2E" "${exec_args[@]}" "$@" --probe "$probe"
elif docker info >/dev/null 2>&1; then
  export COMPOSE_PROJECT_NAME=nutgraf-e2e NUTGRAF_PORT=18000-18001
  export COMPOSE_PROFILES="${NUTGRAF_E2E_PROFILE:-}" NUTGRAF_BROKER_URL="$broker"
  trap 'docker compose down --volumes --timeout 20' EXIT
  docker compose build
  docker compose up --detach --wait --scale api=2 --scale worker=2
  $probe
else
  echo "No docker engine is reachable, and NUTGRAF_COMPOSE_E2E names no program that brings one." >&2
  exit 1
fi
