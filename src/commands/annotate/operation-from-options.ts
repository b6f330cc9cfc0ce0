/** One operation from the options of the command line. */
import { UsageError } from '../../io/errors.ts';
import { type Fields, isFilled, oneOrMany, withoutUndefined } from '../fields.ts';
import type { Options } from '../printing.ts';
import type { Operation } from './operation.ts';

export function operationFromOptions(options: Options): Operation {
  const fields = fieldsFrom(options);
  const place = {
    ...(options['occurrence'] !== undefined && { occurrence: options['occurrence'] as number }),
    ...(options['at'] !== undefined && { at: String(options['at']) }),
  };
  const chosen = (['change', 'withdraw', 'supersede'] as const).filter(name => options[name] !== undefined);
  if (chosen.length > 1) throw new UsageError(`--${chosen[0]} and --${chosen[1]} exclude each other`);
  const [kind] = chosen;
  const unset = (options['unset'] as string[] | undefined) ?? [];
  const { created: _, ...said } = fields;
  if (kind === 'withdraw') {
    const { note, ...other } = said;
    if (isFilled(other)) throw new UsageError('--withdraw goes with --note and no other field');
    return { kind, id: String(options[kind]), fields: { note } };
  }
  if (kind === 'change') {
    if (!isFilled(said) && unset.length === 0 && place.at === undefined)
      throw new UsageError('--change needs a field to set, or --unset');
    return { kind, id: String(options[kind]), fields: said, unset, ...place };
  }
  if (kind === 'supersede') return { kind, id: String(options[kind]), fields, ...place };
  return { kind: 'add', fields, ...place };
}

/** In the order in which a new entry has them. */
function fieldsFrom(options: Options): Fields {
  return {
    id: options['id'],
    target: oneOrMany(options['target']),
    quote: options['quote'],
    before: options['before'],
    after: options['after'],
    tag: options['tag'],
    speaker: options['speaker'],
    to: oneOrMany(options['to']),
    form: options['form'],
    date: dateFrom(options),
    context: options['context'],
    correction: options['correction'],
    translation: options['translation'],
    'refers-to': oneOrMany(options['refersTo']),
    voice: voiceFrom(options),
    'same-as': oneOrMany(options['sameAs']),
    comment: options['comment'],
    aspect: options['aspect'],
    by: options['by'],
    when: options['when'],
    wording: options['wording'],
    via: oneOrMany(options['via']),
    characterised: options['characterised'],
    sources: (options['source'] as string[] | undefined)?.map(source => ({ source })),
    basis: options['basis'],
    certainty: options['certainty'],
    alternatives: options['alternative'],
    note: options['note'],
    creator: options['creator'],
    created: options['created'],
  };
}

/** A date alone is the date when it was said; with any other part it is written out. */
function dateFrom(options: Options): unknown {
  const { date, role, of, asWritten, inferred, relativeTo } = options;
  const parts = { role, of, edtf: date, 'as-written': asWritten, inferred, 'relative-to': relativeTo };
  const { edtf: _, ...more } = parts;
  return isFilled(more) ? withoutUndefined(parts) : date;
}

function voiceFrom({ voice, voiceTo }: Options): unknown {
  return voice === undefined ? undefined : withoutUndefined({ of: voice, to: oneOrMany(voiceTo) });
}
