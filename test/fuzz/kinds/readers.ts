/** Each reader on spoiled files of every format: findings with places inside the text, and never an exception. */
import type { Format, ReadOptions } from '../../../src/formats/format.ts';
import { loadFormats, recogniseFormat } from '../../../src/formats/index.ts';
import { NOTHING } from '../../fixtures/project.ts';
import type { Kind, Outcome, Surroundings } from '../kind.ts';
import { mutate } from '../mutate.ts';
import { text } from '../pieces.ts';
import type { Random } from '../random.ts';

/** What an annotation file without one is about. */
const TALK = {
  ...NOTHING,
  kind: 'transcript' as const,
  utterances: [{ id: 'u1', text: 'We signed it on Monday.' }],
};

function optionsFor(random: Random): ReadOptions {
  return {
    file: random.pick(['talk.txt', 'talk.vtt', 'talk.layer.yaml', '']),
    carrySpeaker: random.once(2),
    fold: random.once(2),
    ids: random.once(2) ? 'content' : 'numbers',
    transcript: { file: 't.yaml', value: TALK },
    ...(random.once(4) && { speakers: ['Ann', text(random)] }),
    ...(random.once(8) && { columns: new Map([['text', random.pick(['1', '2', 'text', '99'])] as const]) }),
  };
}

function inputFor(random: Random, { corpus }: Surroundings): string {
  const texts = corpus.map(file => file.text);
  if (random.once(10))
    return random.times(0, 20, () => text(random)).join(random.pick(['\n', ': ', ',', '\n\n']));
  const source = random.pick(texts);
  return random.once(10) ? source : mutate(source, random, texts);
}

async function problemIn(
  format: Format,
  source: string,
  options: ReadOptions,
  formats: readonly Format[],
): Promise<Outcome['problem'] | 'value'> {
  const claim = format.detect(source, options.file);
  if (!(claim >= 0 && claim <= 1)) return `claims ${claim}`;
  const { value, findings } = format.read!(source, options);
  for (const { span, message } of findings) {
    if (span === undefined) continue;
    if (!(span.start >= 0 && span.start <= span.end && span.end <= source.length))
      return `a finding at ${span.start}..${span.end} of ${source.length}: ${message}`;
  }
  if (value === undefined)
    return findings.some(({ severity }) => severity === 'error') ? undefined : 'neither a value nor an error';
  for (const other of formats) other.write?.(value, { file: 'talk.yaml', withAnnotations: true });
  return 'value';
}

export const readers: Kind = {
  name: 'readers',
  share: 1,
  patience: 2000,
  async run(random, surroundings) {
    const formats = await loadFormats();
    const source = inputFor(random, surroundings);
    const options = optionsFor(random);
    const fitting = random.once(3) ? undefined : (await recogniseFormat(source, options.file)).format;
    const format = fitting ?? random.pick(formats.filter(({ read }) => read !== undefined));
    // To write in every format takes longer than to read: some are enough.
    const writers = random.once(3) ? [random.pick(formats), random.pick(formats)] : [];
    const about = {
      files: new Map([['input', Buffer.from(source)]]),
      call: ['read', format.id, JSON.stringify(options.file)],
    };
    try {
      const problem = await problemIn(format, source, options, writers);
      return problem === 'value'
        ? { ...about, reached: 'read to a value' }
        : { ...about, reached: 'refused', problem };
    } catch (error) {
      return {
        ...about,
        reached: 'thrown',
        problem: `uncaught: ${error instanceof Error ? error.stack : error}`,
      };
    }
  },
};
