#!/usr/bin/env bash
# Runs the hooks by pre-commit itself, installed from a clone of this repository at its last commit.
# Needs: pre-commit (Debian package), git, node, npm. Prints one line; ends with 1 where a hook does what it should not.
set -euo pipefail
source "$(dirname "$0")/shared.sh"
command -v pre-commit >/dev/null || fail 'pre-commit is not installed'

clone="$work/onrecord"
git clone --quiet "$root" "$clone"
export PRE_COMMIT_HOME="$work/cache"

mkdir "$work/talks"
cd "$work/talks"
git init --quiet
cat > .pre-commit-config.yaml <<END
repos:
  - repo: $clone
    rev: $(git -C "$clone" rev-parse HEAD)
    hooks: [{id: onrecord-fix}, {id: onrecord-check}]
END
git add --all

# expect STATUS WORDS: what `pre-commit run` ends with and prints.
expect() {
  local status=0
  pre-commit run --all-files > "$work/log" 2>&1 || status=$?
  [ "$status" = "$1" ] || fail "pre-commit ended with $status, expected $1" "$work/log"
  grep -qF -- "$2" "$work/log" || fail "pre-commit did not print: $2" "$work/log"
}

expect 0 Passed # no transcript yet
cat > talk.yaml <<'END'
onrecord: 1
parties: {ann: {name: Ann Baker}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
END
git add --all
expect 0 Passed
printf '  - {speaker: ann, text: It was by phone.}\n' >> talk.yaml
git add --all
expect 1 'files were modified by this hook'
grep -q 'id: u[a-z0-9]\{8,\}' talk.yaml || fail 'the hook wrote no id' talk.yaml
git add --all
expect 0 Passed
cat > talk.layer.yaml <<'END'
onrecord: 1
transcript: talk.yaml
annotations:
  - {id: a1, target: u1, tag: confirmed}
END
git add --all
expect 1 'bare `confirmed`'
echo 'pre-commit: both hooks install from a clone and do their work'
