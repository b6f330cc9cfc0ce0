// Transcripts of a given size, the same bytes for the same seed, in the styles that people and tools write.

/** A small generator (mulberry32): the numbers must be the same on every machine. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  'the council said that no road would be closed before spring and the bridge over the river needs new steel because every winter ice lifts the old piers nobody asked who pays for it last year or why the report was late since then three engineers have written letters to the mayor about eight tonnes of sand café naïve Երևան мост 橋'.split(
    ' ',
  );

/** Without letters that take two bytes each in UTF-8, or in memory. */
export const ASCII_WORDS = WORDS.filter(word => !/[^a-z]/.test(word));

export function sentence(random, words, from = WORDS) {
  const out = [];
  for (let i = 0; i < words; i++) out.push(from[Math.floor(random() * from.length)]);
  out[0] = out[0][0].toUpperCase() + out[0].slice(1);
  return `${out.join(' ')}.`;
}

/** Hours go on beyond a day, as in a recording. */
const clock = ms =>
  `${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}${new Date(ms).toISOString().slice(13, 23)}`;

/** YAML of about `bytes` bytes, and the same data as JSON. */
export function generateTranscript(bytes, seed = 1) {
  const random = randomFrom(seed);
  const parties = ['anna', 'boris', 'chen', 'dara'];
  const lines = ['onrecord: 1', 'title: Generated talk', 'parties:'];
  const data = { onrecord: 1, title: 'Generated talk', parties: {}, utterances: [], annotations: [] };
  for (const party of parties) {
    lines.push(`  ${party}: {name: Name of ${party}}`);
    data.parties[party] = { name: `Name of ${party}` };
  }
  const annotations = [];
  lines.push('utterances:');
  let size = lines.join('\n').length;
  const push = line => {
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  };
  for (let i = 1, at = 0; size < bytes; i++) {
    const speaker = parties[Math.floor(random() * parties.length)];
    const text = sentence(random, 6 + Math.floor(random() * 50));
    const start = at;
    at += 2000 + Math.floor(random() * 6000);
    const end = at;
    const utterance = { id: `u${i}`, speaker, form: 'direct', start: clock(start), end: clock(end), text };
    data.utterances.push(utterance);
    const style = random();
    if (style < 0.15 && text.length < 90) {
      push(
        `  - {id: u${i}, speaker: ${speaker}, form: direct, start: ${clock(start)}, end: ${clock(end)}, text: "${text}"}`,
      );
    } else {
      if (random() < 0.02) push('  # checked against the recording');
      push(`  - id: u${i}`);
      push(`    speaker: ${speaker}`);
      push('    form: direct');
      push(`    start: ${clock(start)}`);
      push(`    end: ${clock(end)}`);
      if (style < 0.4) push(`    text: ${text}`);
      else if (style < 0.5) push(`    text: '${text}'`);
      else {
        push('    text: >-');
        for (let words = text.split(' '); words.length > 0; words = words.slice(12))
          push(`      ${words.slice(0, 12).join(' ')}`);
      }
    }
    if (random() < 0.4) {
      const [quote] = text.split(' ').slice(1, 4).join(' ').split('.');
      const annotation = {
        id: `a${i}`,
        target: `u${i}`,
        quote,
        tag: 'unclear',
        note: sentence(random, 6),
        created: '2026-01-15',
      };
      data.annotations.push(annotation);
      annotations.push(annotation);
      size += 130;
    }
  }
  lines.push('annotations:');
  for (const a of annotations) {
    lines.push(
      `  - id: ${a.id}`,
      `    target: ${a.target}`,
      `    quote: ${JSON.stringify(a.quote)}`,
      `    tag: ${a.tag}`,
      `    note: ${JSON.stringify(a.note)}`,
      `    created: ${a.created}`,
    );
  }
  return { yaml: `${lines.join('\n')}\n`, json: JSON.stringify(data) };
}

/** A talk as plain text of about `bytes` bytes, and the same talk in YAML. */
export function generateTalk(bytes, seed = 1) {
  const random = randomFrom(seed);
  const names = ['Anna Lind', 'Boris', 'Chen', 'Dara'];
  const text = [];
  const yaml = [
    'onrecord: 1',
    'parties:',
    ...names.map((name, i) => `  p${i}: {name: ${name}}`),
    'utterances:',
  ];
  for (let i = 1, size = 0; size < bytes; i++) {
    const speaker = Math.floor(random() * names.length);
    const words = sentence(random, 6 + Math.floor(random() * 50));
    const line = `${names[speaker]}: ${words}`;
    text.push(line, '');
    yaml.push(`  - id: u${i}`, `    speaker: p${speaker}`, `    text: ${words}`);
    size += Buffer.byteLength(line) + 2;
  }
  return { text: `${text.join('\n')}\n`, yaml: `${yaml.join('\n')}\n` };
}
