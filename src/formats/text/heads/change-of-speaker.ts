/** Signs that someone else speaks, with or without a name: `>> words`, `>> NAME: words`, `○議長（田中君）　words`. */
import { labelAt } from '../../shared/labels/label-at.ts';
import { Form } from './form.ts';
import { type Declared, Head } from './head.ts';

const CHANGE = /^>>+[ \t]*/;
const CIRCLE = /^[ \t\u3000]*[○◯●][ \t]?([^\s：:]{1,40})[ \u3000：:]+/;
const CIRCLES = '○◯●';

export function parseChange(line: string, at: number, declared: Declared): Head | undefined {
  if (line.charCodeAt(at) === 62 && line.charCodeAt(at + 1) === 62)
    return afterArrows(line.slice(at), declared);
  if (line.charCodeAt(at) < 128 || !CIRCLES.includes(line[at]!)) return undefined;
  const circle = CIRCLE.exec(line);
  if (circle === null) return undefined;
  const head = new Head(Form.of('○N'), line.slice(circle[0].length), line.trim()).named(circle[1]!);
  head.isStrong = true;
  return head;
}

function afterArrows(line: string, declared: Declared): Head {
  const words = line.slice(CHANGE.exec(line)![0].length);
  const found = labelAt(words, declared);
  const head = new Head(Form.of(found === undefined ? '>>' : '>> N:'), found?.rest ?? words, words.trimEnd());
  head.isStrong = true;
  if (found === undefined) return head;
  head.hasColon = true;
  head.isCertain = found.isCertain;
  return head.named(found.label, found.direction);
}
