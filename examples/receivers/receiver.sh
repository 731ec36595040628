#!/bin/sh
# A receiver of Nutgraf's webhooks in POSIX shell: one HTTP request on stdin, its answer on stdout, the event
# on stderr. Run it with the secret that creating the webhook showed:
#
#     WEBHOOK_SECRET=whsec_… socat TCP-LISTEN:8003,bind=127.0.0.1,reuseaddr,fork EXEC:./receiver.sh
#
# It needs openssl. The key stands in openssl's arguments, so do not run it where others can list processes.
set -eu

TOLERANCE=300
carriage_return=$(printf '\r')
body=$(mktemp)
trap 'rm -f "$body"' EXIT

answer() {
  printf 'HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n' "$1"
  exit 0
}

id='' timestamp='' signatures='' length=0
IFS= read -r request_line
while IFS= read -r line; do
  line=${line%"$carriage_return"}
  [ -n "$line" ] || break
  value=${line#*:}
  value=${value# }
  case $(printf '%s' "${line%%:*}" | tr '[:upper:]' '[:lower:]') in
    webhook-id) id=$value ;;
    webhook-timestamp) timestamp=$value ;;
    webhook-signature) signatures=$value ;;
    content-length) length=$value ;;
  esac
done
case $length$timestamp in '' | *[!0-9]*) answer '400 Bad Request' ;; esac
head -c "$length" >"$body"

age=$(($(date +%s) - timestamp))
[ "$age" -le "$TOLERANCE" ] && [ "$age" -ge "-$TOLERANCE" ] || answer '400 Bad Request'

# What is signed: the id, the time and the raw body, with dots between them.
key=$(printf '%s' "${WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
expected=$({ printf '%s.%s.' "$id" "$timestamp"; cat "$body"; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

# While a secret rotates there are several signatures, with spaces between them; one that fits is enough.
for signature in $signatures; do
  if [ "$signature" = "v1,$expected" ]; then
    printf '%s ' "$id" >&2
    cat "$body" >&2
    echo >&2
    answer '204 No Content'
  fi
done
answer '400 Bad Request'
