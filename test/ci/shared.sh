# For the scripts beside it: a folder that is removed at the end, and a way to fail.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export NODE_PATH="$root/node_modules"

# fail REASON [LOG..]
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$1" >&2
  shift
  for log; do cat "$log" >&2; done
  exit 1
}
