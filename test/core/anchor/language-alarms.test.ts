/** Forty changes in each language that ships. A case says which words the alarm names, so that it alarms for the right reason. */
import { describe, expect, test } from 'vitest';
import { reanchor } from '../../../src/core/anchor/reanchor.ts';
import { loadLanguage } from '../../../src/core/language/shipped.ts';
import { on, transcript } from './builders.ts';
import type { AlarmCase } from './language-cases/alarm-case.ts';
import { CASES as ar } from './language-cases/ar.ts';
import { CASES as be } from './language-cases/be.ts';
import { CASES as de } from './language-cases/de.ts';
import { CASES as es } from './language-cases/es.ts';
import { CASES as fr } from './language-cases/fr.ts';
import { CASES as hy } from './language-cases/hy.ts';
import { CASES as it } from './language-cases/it.ts';
import { CASES as pl } from './language-cases/pl.ts';
import { CASES as pt } from './language-cases/pt.ts';
import { CASES as ru } from './language-cases/ru.ts';
import { CASES as tr } from './language-cases/tr.ts';
import { CASES as uk } from './language-cases/uk.ts';

const LANGUAGES: Readonly<Record<string, readonly AlarmCase[]>> = {
  ar,
  be,
  de,
  es,
  fr,
  hy,
  it,
  pl,
  pt,
  ru,
  tr,
  uk,
};

describe.for(Object.entries(LANGUAGES))('%s', async ([tag, cases]) => {
  const { words } = (await loadLanguage(tag))!;

  test('half of forty cases raise no alarm', () => {
    expect(cases.length).toBe(40);
    expect(cases.filter(([, alarms]) => alarms === undefined).length).toBe(20);
  });

  test.for(cases)('%s', ([change, alarms = '', quote]) => {
    const versions = ['$1', '$2'].map(side => {
      const text = change.replace(/\[([^|]*)\|([^\]]*)\]/g, side);
      return transcript(['…', text, '—']);
    });
    const [placement] = reanchor(versions[0]!, versions[1]!, [on('u2', quote)], { words });
    expect(placement!.verdict).not.toBe('orphaned');
    const raised = placement!.alarms.map(
      ({ kind, old: was, new: is }) => `${kind}: ${was ?? '-'} > ${is ?? '-'}`,
    );
    expect(raised.join('; ')).toBe(alarms);
  });
});
