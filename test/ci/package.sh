#!/usr/bin/env bash
# What who installs onrecord gets: five packages, under 2.5 MB unpacked, a command that shows the sample and a library with
# types. Needs: node, npm and the registry. Prints one line; ends with 1 where the package is not that.
set -euo pipefail
source "$(dirname "$0")/shared.sh"

cd "$root"
npm pack --silent --pack-destination "$work" > "$work/packed" || fail 'npm pack failed' "$work/packed"
tarball="$work/$(tail -n 1 "$work/packed")"

mkdir "$work/empty" "$work/unpacked"
tar -xzf "$tarball" -C "$work/unpacked"
bytes=$(find "$work/unpacked" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
[ "$bytes" -lt 2500000 ] || fail "$bytes bytes unpacked"

cd "$work/empty"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund "$tarball"
packages=$(ls node_modules | wc -l)
[ "$packages" -eq 5 ] || fail "$packages packages installed" <(ls node_modules)
npx --no-install onrecord show node_modules/onrecord/data/yerevan-2016/transcript.yaml > shown
npx --no-install onrecord check node_modules/onrecord/data/yerevan-2016 > checked || fail 'check of the sample' checked
grep -q 'disputed' shown || fail 'show of the sample has no standing' shown
node --input-type=module -e "
  import { openProject } from 'onrecord';
  const project = await openProject('node_modules/onrecord/data/yerevan-2016');
  const { summary } = await project.check();
  if (summary.files !== 3) process.exit(1);
" || fail 'the library does not check the sample'

# As a stranger's compiler reads the types: nothing skipped, no types of Node, both ways to resolve them.
cat > typed.mts << 'TYPES'
import { convert, type Files, openProject, type ViewResult } from 'onrecord';
const files: Files = { 'talk.yaml': 'onrecord: 1' };
const project = await openProject({ files }, { transcript: 'talk.yaml' });
const view: ViewResult = await project.view({ asOf: '2016', undated: 'skip' });
const { files: written } = await project.reanchor(project);
const { text, losses } = await convert('WEBVTT', { to: 'srt' });
export const all: readonly (string | number | undefined)[] = [
  text, losses[0]?.count, written['notes.yaml'], view.utterances[0]?.annotations[0]?.anchors[0]?.range?.start,
];
// @ts-expect-error: an option that is not one
await project.view({ asof: '2016' });
TYPES
for kind in 'node16 node16' 'esnext bundler'; do
  node "$root/node_modules/typescript/bin/tsc" --noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --types '' \
    --lib es2023 --target es2022 --module "${kind% *}" --moduleResolution "${kind#* }" typed.mts > typed 2>&1 || fail "types: $kind" typed
done

npx --yes publint@0.3.25 run "$tarball" --strict > publint 2>&1 || fail 'publint' publint
npx --yes @arethetypeswrong/cli@0.18.5 "$tarball" --profile esm-only > attw 2>&1 || fail 'arethetypeswrong' attw

printf 'package.sh: %s packages, %s bytes unpacked, command, library and types work\n' "$packages" "$bytes"
