#!/usr/bin/env bash
# A short run of the fuzzer, the same inputs each time. Ends with 1 where it finds something; its log says how to see it again.
# Needs: node, npm. `npm run fuzz -- --minutes 30` is the long run.
set -euo pipefail
source "$(dirname "$0")/shared.sh"

cd "$root"
npm run --silent fuzz -- --inputs 1500 --seed 22 > "$work/log" 2>&1 || fail 'the fuzzer found something' "$work/log"
grep -v '^seed' "$work/log" | sed 's/^/fuzz: /'
