/**
 * Texts that we wrote ourselves and that say so: their front matter names the profile and all speakers. Only a declared
 * name in the spelling of the profile is a head then; everything else is words.
 */
import { parseClock } from '../shared/clock.ts';
import { declaredAt, withoutDirection } from '../shared/labels/label-at.ts';
import { BULLET } from './heads/court-heads.ts';
import { Form } from './heads/form.ts';
import { type Declared, Head } from './heads/head.ts';
import { unescapeMarkdown } from './markdown.ts';
import type { ProfileId } from './style/profile-ids.ts';

const STAMP = /^\[(\d{2,}:\d{2}:\d{2}\.\d{3})\] /;
const TIME_LINE = /^(.*): (\d{2,}:\d{2}:\d{2}\.\d{3})$/;
const BOLD = /^\*\*((?:[^*\\]|\\.)+):\*\* ?/;
const CHANGE = /^>> /;
const TITLED = new RegExp(`^(?:  |${BULLET} )(?=\\S)`);

/** The head that a line of a text in a profile is; a name alone, a time alone or a change of speaker may be one. */
export function ownHead(line: string, profile: ProfileId, declared: Declared): Head | undefined {
  switch (profile) {
    case 'colon':
      return labelled(line, declared);
    case 'stamped':
      return stamped(line, declared);
    case 'head-line':
      return onOwnLine(line, declared);
    case 'md-bold':
      return bold(line, declared);
    case 'cart': {
      const change = CHANGE.exec(line);
      if (change === null) return undefined;
      const words = line.slice(change[0].length);
      return labelled(words, declared) ?? headOf(words);
    }
    case 'congress':
      return titled(line, declared);
    case 'qa': {
      const letter = /^[QA](?=\. )/.exec(line)?.[0];
      return letter !== undefined && declared.has(letter)
        ? headOf(line.slice(3)).named(letter)
        : labelled(line, declared);
    }
    case 'none':
      return undefined;
  }
}

function headOf(rest: string): Head {
  return new Head(Form.of('N:'), rest, rest);
}

/** The head with a declared name, or with one that a stage direction stands behind; undefined for other names. */
function named(label: string, rest: string, declared: Declared): Head | undefined {
  if (declared.has(label)) return headOf(rest).named(label);
  const { name, direction } = withoutDirection(label);
  return declared.has(name) ? headOf(rest).named(name, direction) : undefined;
}

function labelled(line: string, declared: Declared): Head | undefined {
  const found = declaredAt(line, declared);
  return found && headOf(found.rest).named(found.label, found.direction);
}

function stamped(line: string, declared: Declared): Head | undefined {
  const stamp = STAMP.exec(line);
  const words = line.slice(stamp?.[0].length ?? 0);
  const head = labelled(words, declared);
  return stamp === null ? head : (head ?? headOf(words)).at({ start: parseClock(stamp[1]!) });
}

function onOwnLine(line: string, declared: Declared): Head | undefined {
  const timed = TIME_LINE.exec(line);
  const head = timed === null ? undefined : named(timed[1]!, '', declared);
  if (head !== undefined) return head.at({ start: parseClock(timed![2]!) });
  return line.endsWith(':') ? named(line.slice(0, -1), '', declared) : undefined;
}

function bold(line: string, declared: Declared): Head | undefined {
  const match = BOLD.exec(line);
  return match === null
    ? undefined
    : named(unescapeMarkdown(match[1]!), line.slice(match[0].length), declared);
}

function titled(line: string, declared: Declared): Head | undefined {
  const sign = TITLED.exec(line);
  if (sign === null) return undefined;
  const words = line.slice(sign[0].length);
  for (let stop = words.indexOf('. '); stop !== -1; stop = words.indexOf('. ', stop + 1)) {
    const head = named(words.slice(0, stop), words.slice(stop + 2), declared);
    if (head !== undefined && line.startsWith(BULLET)) head.mark = 'bullet';
    if (head !== undefined) return head;
  }
  return undefined;
}
