/** A long transcript with the words of a language: few that are everywhere, and very many that are rare. */
const COMMON =
  'the of and to a in that it is was I for on you he be with as by at have are this not but had his they from she which or we an there her were one do been all their has would will what if can when so said who more about up them some could into two out then its my only time no like other now than these very also our such'.split(
    ' ',
  );
const SYLLABLES =
  'ba be bo ca ce co da de di fa fi fo ga go ha hi ka la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa str ing er tion ment al ly ed'.split(
    ' ',
  );
const DIFFERENT_WORDS = 20_000;
/** The frequency of a word falls with its rank (Zipf and Mandelbrot). */
const OFFSET = 2.7;
const SPEAKERS = ['anna', 'boris', 'chen', 'dara'];

/** YAML of about `bytes` bytes with two annotations for every five utterances, and what was said. */
export function naturalRecord(bytes, random) {
  const word = wordsOf(random);
  const lines = ['onrecord: 1', 'language: en', 'parties:'];
  for (const party of SPEAKERS) lines.push(`  ${party}: {name: Name of ${party}}`);
  lines.push('utterances:');
  const texts = [];
  const annotations = [];
  for (let size = 0, at = 0; size < bytes; ) {
    const id = texts.length + 1;
    const text = sentence(word, random.integer(6, 55));
    texts.push(text);
    const next = at + random.integer(2000, 8000);
    const added = [
      `  - id: u${id}`,
      `    speaker: ${random.pick(SPEAKERS)}`,
      '    form: direct',
      `    start: ${clock(at)}`,
      `    end: ${clock(next)}`,
      ...(random.chance(0.5) ? [`    text: ${text}`] : folded(text)),
    ];
    const quote = text.split(' ').slice(1, 4).join(' ');
    const note = random.chance(0.4)
      ? [
          `  - {id: a${id}, target: u${id}, quote: "${quote}", tag: unclear,`,
          `     note: "${sentence(word, 6)}", created: 2026-01-15}`,
        ]
      : [];
    for (const line of added) lines.push(line);
    for (const line of note) annotations.push(line);
    for (const line of [...added, ...note]) size += line.length + 1;
    at = next;
  }
  return { yaml: `${[...lines, 'annotations:', ...annotations].join('\n')}\n`, texts };
}

/** Hours go on beyond a day, as in a recording. */
function clock(milliseconds) {
  const hours = String(Math.floor(milliseconds / 3_600_000)).padStart(2, '0');
  return hours + new Date(milliseconds).toISOString().slice(13, 23);
}

function folded(text) {
  const lines = ['    text: >-'];
  for (let words = text.split(' '); words.length > 0; words = words.slice(12))
    lines.push(`      ${words.slice(0, 12).join(' ')}`);
  return lines;
}

function sentence(word, length) {
  const [first, ...rest] = Array.from({ length }, word);
  return `${[first[0].toUpperCase() + first.slice(1), ...rest].join(' ')}.`;
}

/** A function that gives a word, the common ones more often. */
function wordsOf(random) {
  const words = new Set(COMMON);
  while (words.size < DIFFERENT_WORDS)
    words.add(Array.from({ length: random.integer(2, 4) }, () => random.pick(SYLLABLES)).join(''));
  const list = [...words];
  let sum = 0;
  const upTo = Float64Array.from(list, (_, rank) => (sum += 1 / (rank + OFFSET)));
  return () => {
    const sought = random.next() * sum;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] < sought) low = middle + 1;
      else high = middle;
    }
    return list[low];
  };
}
