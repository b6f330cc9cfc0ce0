import { type Layer, TALK_FACTS } from '../core/model/model.ts';
import type { Document } from '../core/model/project.ts';
import { sameValue } from '../core/model/same-value.ts';
import { defineRule } from './rule.ts';
import { dedent } from './shared/dedent.ts';
import { captions } from './shared/other-formats.ts';
import { transcript } from './shared/transcript.ts';

const TALK = captions('<v Ann>We signed on Monday.');

export default defineRule({
  id: 'talk-facts',
  severity: 'warning',
  topics: ['dates', 'attribution'],
  summary:
    'Layers disagree about the talk: its date, place, setting, ground rule, language, or a party’s name.',
  why: 'Of two dates of one talk one is wrong, and every “before” and “after” depends on it. A transcript in another format cannot say what is right, so its layers must agree.',
  source:
    'The format: such a transcript takes what its layers say of the talk; our own transcripts say it themselves.',
  examples: () => [
    {
      title: 'two layers that agree',
      files: {
        ...TALK,
        'one.layer.yaml': dedent`
          onrecord: 1
          transcript: talk.vtt
          date: 2016-10-14
          parties: {ann: {name: Ann Baker}}
          `,
        'two.layer.yaml': dedent`
          onrecord: 1
          transcript: talk.vtt
          date: 2016-10-14
          place: Yerevan
          `,
      },
    },
    {
      title: 'two dates',
      files: {
        ...TALK,
        'one.layer.yaml': dedent`
          onrecord: 1
          transcript: talk.vtt
          date: 2016-10-14
          parties: {ann: {name: Ann Baker}}
          `,
        'two.layer.yaml': dedent`
          onrecord: 1
          transcript: talk.vtt
          date: 2016-10-15
          parties: {ann: {name: Anna Baker}}
          `,
      },
      findings: [
        'two.layer.yaml:3:1 `date` of the talk is not what one.layer.yaml says',
        'two.layer.yaml:4:17 `name` of `ann` is not what one.layer.yaml says',
      ],
    },
    {
      title: 'a layer that contradicts a transcript of ours',
      files: {
        ...transcript`
          date: 2016-10-14
          utterances: []
          `,
        'one.layer.yaml': dedent`
          onrecord: 1
          transcript: transcript.yaml
          date: 2016-10-15
          `,
      },
      findings: ['one.layer.yaml:3:1 `date` of the talk is not what transcript.yaml says'],
    },
  ],
  check({ project, report }) {
    const { transcript, layers } = project;
    // A transcript in another format has already taken over what its layers say.
    const first: readonly Document[] = transcript.format === undefined ? [transcript] : [];
    for (const name of TALK_FACTS) {
      const [said, ...others] = [...first, ...layers].filter(
        ({ value }) => factOf(value, name) !== undefined,
      );
      for (const layer of others) {
        if (sameValue(factOf(layer.value, name), factOf(said!.value, name))) continue;
        report({
          at: { file: layer.file, path: [name], part: 'key' },
          message: `\`${name}\` of the talk is not what ${said!.file} says`,
          labels: [{ at: { file: said!.file, path: [name], part: 'key' }, message: 'said here' }],
          help: 'find out which one is right, and say it once',
          data: { field: name },
        });
      }
    }
    if (transcript.format === undefined) return;
    for (const id of transcript.value.parties.keys()) {
      const named = layers.filter(({ value }) => value.parties.get(id)?.name !== undefined);
      const [said, ...others] = named as [Document<Layer>, ...Document<Layer>[]];
      for (const layer of others) {
        if (layer.value.parties.get(id)!.name === said.value.parties.get(id)!.name) continue;
        const path = ['parties', id, 'name'];
        report({
          at: { file: layer.file, path, part: 'key' },
          message: `\`name\` of \`${id}\` is not what ${said.file} says`,
          labels: [{ at: { file: said.file, path, part: 'key' }, message: 'said here' }],
          help: 'find out which one is right, and say it once',
          data: { party: id },
        });
      }
    }
  },
});

function factOf(value: Document['value'], name: (typeof TALK_FACTS)[number]): unknown {
  return value[name];
}
