#!/usr/bin/env bash
# Every command that writes, with faults of the disk, kills and saves of others at every third call on its files. Ends with 1
# where a file is torn or a save lost. Needs: git, node, npm. `npm run faults` takes every call.
set -euo pipefail
source "$(dirname "$0")/shared.sh"

cd "$root"
npm run --silent faults -- --every 3 > "$work/log" 2>&1 || fail 'a fault of the disk costs data' "$work/log"
sed -n 's/^\([0-9]* fault points .*\)/faults: \1/p' "$work/log"
