/**
 * A negation and a number changed inside and beside the quote, in every language that ships: how many changes pass
 * without an alarm; and how many edits that change no meaning raise one. The sentences are our own (`sentences.mjs`).
 */
import { loadLanguages } from './load.mjs';
import { seededRandom } from './random.mjs';
import { GRAMMARS } from './sentences.mjs';
import { percent } from './statistics.mjs';

const TURNS = 30;
const MOST_MISSED = 0;
/** In percent. */
const MOST_FALSE = 5;
const MOST_SHOWN = 5;
const LEAST_LETTERS_FOR_A_TYPO = 5;

/** @param showFailures whether the first failures of each row are printed */
export async function measureLanguages({ seeds, cases, showFailures }) {
  const { reanchor, loadLanguage } = await loadLanguages();
  console.log(
    `\nlanguages: changes without an alarm, of ${seeds.length * cases} each; then edits that change no meaning, with one (percent, 95 % intervals)`,
  );
  console.log(
    `  ${'language'.padEnd(10)}${Object.keys(ROWS)
      .map(name => name.padEnd(26))
      .join('')}`,
  );
  const failures = [];
  for (const [tag, grammar] of Object.entries(GRAMMARS)) {
    const { words } = await loadLanguage(tag);
    const cells = [];
    for (const [index, [name, row]] of Object.entries(ROWS).entries()) {
      let failed = 0;
      for (const seed of seeds) {
        const random = seededRandom(seed * 2003 + index * 31);
        for (let count = 0; count < cases; count++) {
          const made = makeCase(row, grammar, random);
          const [placement] = reanchor(made.old, made.fresh, [made.annotation], { words });
          if (row.isRight(placement)) continue;
          failed++;
          if (failed <= MOST_SHOWN) failures.push(describe(tag, name, made, placement));
        }
      }
      const total = seeds.length * cases;
      const isAbove = row.isFalse ? (100 * failed) / total > MOST_FALSE : failed > MOST_MISSED;
      cells.push(`${failed} of ${total}: ${percent(failed, total)}${isAbove ? ' ABOVE' : ''}`);
    }
    console.log(`  ${tag.padEnd(10)}${cells.map(cell => cell.padEnd(26)).join('')}`);
  }
  if (showFailures) for (const failure of failures) console.log(failure);
}

/** What has no place, or several, waits for a person whatever the alarms. */
const waits = ({ verdict }) => verdict === 'ambiguous' || verdict === 'orphaned';
const alarmOf = kinds => placement =>
  waits(placement) || placement.alarms.some(({ kind }) => kinds.includes(kind));

const ROWS = {
  'negation inside': { edit: deny, quote: wholeSentence, isRight: alarmOf(['negation']) },
  'negation beside': { edit: deny, quote: besideVerb, isRight: alarmOf(['negation']) },
  'number inside': { edit: otherNumber, quote: wholeSentence, isRight: alarmOf(['number']) },
  'number beside': { edit: otherNumber, quote: behindNumber, isRight: alarmOf(['number']) },
  'no meaning changed': {
    edit: restyle,
    quote: wholeSentence,
    isRight: ({ alarms }) => alarms.length === 0,
    isFalse: true,
  },
};

function makeCase(row, grammar, random) {
  const sentences = Array.from({ length: TURNS }, () => sentenceOf(grammar, random));
  const place = random.integer(0, TURNS - 1);
  const old = sentences[place];
  const fresh = row.edit({ ...old }, grammar, random);
  const annotation = { id: 'a1', target: [`u${place + 1}`], quote: row.quote(old, grammar), tag: 'unclear' };
  const versions = [old, fresh].map(sentence =>
    sentences.map((other, index) => ({
      id: `u${index + 1}`,
      speaker: 'ann',
      text: written(index === place ? sentence : other, grammar),
    })),
  );
  return { old: versions[0], fresh: versions[1], annotation, place };
}

function sentenceOf(grammar, random) {
  return {
    order: grammar.orders[0],
    opener: random.pick(grammar.openers),
    subject: random.pick(grammar.subjects),
    aux: grammar.aux?.[0],
    verb: random.pick(grammar.verbs),
    isDenied: random.chance(0.3),
    number: random.pick(grammar.numbers),
    inDigits: random.chance(0.4),
    noun: random.pick(grammar.nouns),
    tail: random.pick(grammar.tails),
    filler: undefined,
  };
}

function part(sentence, name) {
  if (name === 'number') return sentence.inDigits ? sentence.number.digits : sentence.number.word;
  if (name !== 'verb') return sentence[name];
  const { verb, before, denied } = sentence.verb;
  if (!sentence.isDenied) return verb;
  return denied ?? `${before} ${verb}`;
}

function written(sentence) {
  const parts = sentence.order.split(' ').map(name => lowered(part(sentence, name), sentence, name));
  if (sentence.filler !== undefined) parts.splice(1, 0, sentence.filler);
  const text = parts.join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}${sentence.mark ?? '.'}`;
}

/** Openers have a capital in their list; inside a sentence they have none. */
function lowered(text, { order }, name) {
  return name === 'opener' && !order.startsWith('opener') ? text[0].toLowerCase() + text.slice(1) : text;
}

function wholeSentence(sentence) {
  return written(sentence).slice(0, -1);
}

/** The words that touch the verb, where its negation stands: it may be one of them, but for the word that denies. */
function besideVerb(sentence) {
  const names = sentence.order.split(' ');
  const at = names.indexOf('verb');
  const behind = names.slice(at + 1).map(name => lowered(part(sentence, name), sentence, name));
  if (sentence.verb.before !== undefined && behind.length > 0)
    return [sentence.verb.verb, ...behind].join(' ');
  if (behind.length > 0) return behind.join(' ');
  return names
    .slice(at - 3, at)
    .map(name => part(sentence, name))
    .join(' ');
}

function behindNumber(sentence) {
  const names = sentence.order.split(' ');
  return names
    .slice(names.indexOf('number') + 1)
    .map(name => lowered(part(sentence, name), sentence, name))
    .join(' ');
}

function deny(sentence) {
  return { ...sentence, isDenied: !sentence.isDenied };
}

function otherNumber(sentence, grammar, random) {
  for (;;) {
    const number = random.pick(grammar.numbers);
    if (number.digits !== sentence.number.digits)
      return { ...sentence, number, inDigits: random.chance(0.2) ? !sentence.inDigits : sentence.inDigits };
  }
}

/** One or two edits that say the same: digits for words, another order, a filler, a typo, another mark. */
function restyle(sentence, grammar, random) {
  let edited = sentence;
  for (let count = random.integer(1, 2); count > 0; count--) {
    const edit = random.pick([respell, reorder, fill, mistype, remark]);
    edited = edit(edited, grammar, random);
  }
  return edited;
}

const respell = sentence => ({ ...sentence, inDigits: !sentence.inDigits });
const reorder = (sentence, { orders }) => ({ ...sentence, order: orders[1] });
const fill = (sentence, { fillers }, random) => ({ ...sentence, filler: random.pick(fillers) });
const remark = (sentence, _, random) => ({ ...sentence, mark: random.pick(['…', '!', ' –']) });

function mistype(sentence, _, random) {
  const name = random.pick(['noun', 'tail', 'subject']);
  const words = sentence[name].split(' ');
  const at = words.findLastIndex(word => word.length >= LEAST_LETTERS_FOR_A_TYPO);
  if (at < 0) return sentence;
  const letters = [...words[at]];
  const place = random.integer(1, letters.length - 2);
  [letters[place], letters[place + 1]] = [letters[place + 1], letters[place]];
  return { ...sentence, [name]: words.with(at, letters.join('')).join(' ') };
}

function describe(tag, name, { old, fresh, annotation, place }, { verdict, alarms }) {
  const raised = alarms.map(({ kind, old: was, new: is }) => `${kind}: ${was} > ${is}`).join(', ');
  return `  - ${tag}, ${name}: ${old[place].text}  >  ${fresh[place].text}   [${annotation.quote}] ${verdict} ${raised}`;
}
