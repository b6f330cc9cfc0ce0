#!/usr/bin/env bash
# Runs the step of action.yml by its own shell line, as a runner of GitHub Actions does: the action in a folder of its
# own at its last commit, the work in a bare folder, nothing in the environment but what a runner sets.
# Needs: git, node, npm. Prints one line; ends with 1 where the step does what it should not.
set -euo pipefail
source "$(dirname "$0")/shared.sh"

action="$work/_actions/onrecord"
git clone --quiet "$root" "$action"
# The step and the defaults of its inputs, as the runner would read them.
node - "$action/action.yml" "$work" <<'END'
const { readFileSync, writeFileSync } = require('node:fs');
const { parse } = require('yaml');
const [, , file, work] = process.argv;
const { inputs, runs } = parse(readFileSync(file, 'utf8'));
const [step] = runs.steps;
writeFileSync(`${work}/step.sh`, step.run);
const lines = Object.keys(step.env).map(name => `${name}=${inputs[name.slice('INPUT_'.length).toLowerCase()].default}`);
writeFileSync(`${work}/inputs`, `${lines.join('\n')}\n`);
END

mkdir "$work/talks" "$work/home"
cd "$work/talks"
export GIT_CONFIG_GLOBAL="$work/gitconfig"
git config --global user.name Ann
git config --global user.email ann@example.org
git init --quiet
cat > talk.yaml <<'END'
onrecord: 1
parties: {ann: {name: Ann Baker}, bob: {name: Bob Carter}}
sources: {gazette: {title: Gazette}}
utterances:
  - {id: u1, speaker: ann, text: We signed on Monday.}
END
cat > talk.layer.yaml <<'END'
onrecord: 1
transcript: talk.yaml
creator: Ada
annotations:
  - {id: a1, target: u1, tag: denied, aspect: content, by: bob, when: 2021-05-03, wording: Nobody signed., sources: [{source: gazette, at: page 2}]}
END
git add --all
git commit --quiet --message 'Record a denial'

# expect STATUS WORDS [INPUT=VALUE..]: what the step ends with and prints.
expect() {
  local status=0 words="$2" wanted="$1"
  shift 2
  : > "$work/summary.md"
  mapfile -t inputs < "$work/inputs"
  env -i PATH="$PATH" HOME="$work/home" CI=true GITHUB_ACTIONS=true GITHUB_ACTION_PATH="$action" \
    GITHUB_WORKSPACE="$PWD" GITHUB_STEP_SUMMARY="$work/summary.md" "${inputs[@]}" "$@" \
    bash --noprofile --norc -e -o pipefail "$work/step.sh" > "$work/log" 2> "$work/errors" || status=$?
  [ "$status" = "$wanted" ] || fail "the step ended with $status, expected $wanted" "$work/log" "$work/errors"
  grep -qF -- "$words" "$work/log" "$work/errors" || fail "the step did not print: $words" "$work/log" "$work/errors"
  [ -s "$work/summary.md" ] || fail 'the step wrote no summary'
}

expect 0 'in 2 files'
expect 0 'in 2 files' INPUT_SINCE=HEAD
sed -i '/id: a1/d; s/^annotations:/annotations: []/' talk.layer.yaml
expect 0 'no findings in 2 files'
expect 1 '::error file=talk.layer.yaml' INPUT_SINCE=HEAD
expect 2 'cannot compare with nowhere' INPUT_SINCE=nowhere
expect 2 'nowhere.yaml: no such file' 'INPUT_PATHS=talk.yaml nowhere.yaml'
[ -z "$(git -C "$action" status --porcelain)" ] || fail 'the step changed files of the action'
echo 'action: the step builds and runs the revision it is pinned to'
