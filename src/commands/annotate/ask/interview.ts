/** Asks for an annotation, one question after the other. The answers are options, as if they had been typed. */
import { isDoneByWords, needsOf } from '../../../core/annotate/stance-needs.ts';
import { adviceInWords, adviseOn } from '../../../core/dates/advice.ts';
import { isDate, UNKNOWN_DATE } from '../../../core/dates/date.ts';
import { loadEdtf } from '../../../core/dates/edtf.ts';
import { ACT_VERBS, ASPECT_MEANINGS, FORM_MEANINGS, ROLE_MEANINGS } from '../../../core/model/meanings.ts';
import { BODIES, TAGS, type TagGroup, UNKNOWN_PARTY } from '../../../core/model/vocabulary.ts';
import { capitalised } from '../../../core/text/capitalised.ts';
import { type Answer, BACK, type Prompts } from '../../../io/asking.ts';
import { visible } from '../../../printers/escape/visible.ts';
import type { Known } from '../../known.ts';
import type { Options } from '../../printing.ts';
import { Aims, aimFrom } from '../aim.ts';
import { hasAspect } from '../what-is-missing.ts';
import {
  bodyMeanings,
  entryChoices,
  layerChoices,
  PassageChoices,
  sourceChoices,
  wordChoices,
} from './choices.ts';

interface Step {
  isAsked(options: Options): boolean;
  ask(options: Options): Promise<Answer>;
  /** Returns the options that the answer means. */
  given(answer: string, options: Options): Options;
}

interface Visit {
  readonly step: number;
  /** The options before the step. */
  readonly options: Options;
}

const UNKNOWN = { value: UNKNOWN_PARTY, label: UNKNOWN_PARTY, hint: 'nobody knows who' };
/** Bodies that are words of the annotator. */
const WORDS = ['context', 'correction', 'translation', 'comment'];

export class Interview {
  readonly #known: Known;
  readonly #prompts: Prompts;
  readonly #steps: readonly Step[];
  readonly #isAnonymous: boolean;
  readonly #visits: Visit[] = [];
  #options: Options;

  /**
   * @param given options that were typed: their questions are skipped.
   * @param isAnonymous whether the first layer will be made and its creator is unknown.
   */
  constructor(given: Options, known: Known, prompts: Prompts, isAnonymous: boolean) {
    this.#isAnonymous = isAnonymous;
    this.#options = given;
    this.#known = known;
    this.#prompts = prompts;
    this.#steps = this.#allSteps();
  }

  /** All that was given and answered. @throws Interrupted */
  async ask(): Promise<Options> {
    let at = this.#resumeAt;
    while (at < this.#steps.length) {
      const step = this.#steps[at]!;
      if (!step.isAsked(this.#options)) at++;
      else {
        const answer = await step.ask(this.#options);
        if (answer === BACK) at = this.#goBack(at);
        else {
          this.#visits.push({ step: at, options: this.#options });
          this.#options = { ...this.#options, ...step.given(answer, this.#options) };
          at++;
        }
      }
    }
    this.#resumeAt = at;
    return this.#options;
  }

  #resumeAt = 0;

  /** The next {@link ask} begins with the last question. */
  back(): void {
    this.#resumeAt = this.#goBack(0);
  }

  /** Returns the step before, with the options as they were then; the same step if there is none before. */
  #goBack(at: number): number {
    const visit = this.#visits.pop();
    if (visit === undefined) return at;
    this.#options = visit.options;
    return visit.step;
  }

  #allSteps(): readonly Step[] {
    const known = this.#known;
    const passages = new PassageChoices(known);
    const search = (
      label: string,
      choices: (term: string) => ReturnType<typeof entryChoices>,
      typed?: string,
    ) => this.#prompts.search({ label, choices, typed });
    const partyStep = (body: string, key: string, label: string, more = [UNKNOWN]): Step => ({
      isAsked: options => options[key] === '' && bodyOf(options) === body,
      ask: () => search(label, term => entryChoices(['party'], term, known, term === '' ? more : [])),
      given: answer => ({ [key]: MANY.has(key) ? [answer] : answer }),
    });
    return [
      {
        isAsked: options => !this.#isAimed(options),
        ask: options => search('Passage', term => passages.for(term), options['quote'] as string | undefined),
        given: answer => {
          const { target, quote, occurrence } = JSON.parse(answer) as Record<string, never>;
          return { target: [target], quote, occurrence, at: undefined };
        },
      },
      {
        isAsked: options => bodyOf(options) === undefined,
        ask: () => search('What is it', term => wordChoices(bodyMeanings(known), term)),
        // A body waits for its value, which the next question asks for.
        given: answer => (isBody(answer) ? { [keyOf(answer)]: '' } : { tag: answer }),
      },
      partyStep('speaker', 'speaker', 'Who speaks'),
      partyStep('to', 'to', 'Who is addressed', []),
      partyStep('refers-to', 'refersTo', 'To whom', []),
      partyStep('voice', 'voice', 'Whose position', []),
      {
        isAsked: options => options['form'] === '',
        ask: () => search('Which form', term => wordChoices(FORM_MEANINGS, term)),
        given: answer => ({ form: answer }),
      },
      {
        isAsked: options => options['sameAs'] === '',
        ask: () =>
          search('Same as', term => passages.for(term).filter(({ value }) => !value.includes('"quote"'))),
        given: answer => ({ sameAs: [(JSON.parse(answer) as { target: string }).target] }),
      },
      {
        isAsked: options => WORDS.some(name => options[name] === ''),
        ask: options =>
          this.#prompts.text({
            label: capitalised(WORDS.find(name => options[name] === '')!),
            problem: text => (text === '' ? 'some words, or Esc to go back' : undefined),
          }),
        given: (answer, options) => ({ [WORDS.find(name => options[name] === '')!]: answer }),
      },
      {
        isAsked: options => options['date'] === '',
        ask: () => this.#date('Which date', 'as it is known: 2026-03-02, 2026-03, 2026'),
        given: answer => ({ date: answer }),
      },
      {
        isAsked: options => options['date'] !== undefined && options['role'] === undefined,
        ask: options => search('The date of what', term => wordChoices(rolesFor(options), term)),
        given: answer => ({ role: answer }),
      },
      {
        isAsked: options => this.#needs(options, 'by') && options['by'] === undefined,
        ask: options => search(whoLabel(options), term => entryChoices(['party'], term, known)),
        given: answer => ({ by: answer }),
      },
      {
        isAsked: options => this.#needs(options, 'aspect') && !hasAspect(options, known),
        ask: () => search('Which side', term => wordChoices(ASPECTS_FIRST, term)),
        given: answer => ({ aspect: answer }),
      },
      {
        isAsked: options => this.#needs(options, 'when') && options['when'] === undefined,
        ask: () => this.#date('When', this.#whenHint()),
        given: answer => ({ when: answer }),
      },
      {
        isAsked: options =>
          this.#needs(options, 'by') && options['wording'] === undefined && options['characterised'] !== true,
        ask: options =>
          this.#prompts.text({
            label: 'In what words',
            hint: isDoneByWords(String(options['tag']))
              ? 'nothing: the act is known only by a description'
              : 'nothing: no words of theirs are known',
          }),
        given: (answer, options) => {
          if (answer !== '') return { wording: answer };
          return isDoneByWords(String(options['tag'])) ? { characterised: true } : {};
        },
      },
      {
        isAsked: options => this.#needs(options, 'by') && options['source'] === undefined,
        ask: options => search('Source', term => sourceChoices(term, known, this.#needs(options, 'sources'))),
        given: answer => ({
          source: answer === '' ? undefined : [answer.replace(/^\+/, '')],
          ...(answer.startsWith('+') && { addSource: true }),
        }),
      },
      {
        isAsked: options => placeless(options) !== undefined,
        ask: () =>
          this.#prompts.text({ label: 'Where in it', hint: 'page 3, line 12, 00:01:10; nothing: not known' }),
        given: (answer, options) => (answer === '' ? {} : { source: [`${placeless(options)}@${answer}`] }),
      },
      {
        isAsked: options => known.project.layers.length > 1 && options['layer'] === undefined,
        ask: () => search('Which layer', term => layerChoices(term, known)),
        given: answer => ({ layer: answer }),
      },
      {
        isAsked: options => this.#isAnonymous && options['creator'] === undefined,
        ask: () =>
          this.#prompts.text({
            label: 'Your name',
            hint: 'the annotations of the new layer are by whom?',
            problem: text => (text === '' ? 'a name, as readers shall see it' : undefined),
          }),
        given: answer => ({ creator: answer }),
      },
      {
        isAsked: options => options['note'] === undefined,
        ask: () => this.#prompts.text({ label: 'Note (optional)' }),
        given: answer => ({ note: answer === '' ? undefined : answer }),
      },
    ];
  }

  async #date(label: string, hint: string): Promise<Answer> {
    // Any date may be typed, seasons and intervals too.
    await loadEdtf();
    return this.#prompts.text({
      label,
      hint,
      problem: text => {
        if (text === UNKNOWN_DATE) return undefined;
        if (text === '') return `a date, or unknown`;
        if (isDate(text)) return undefined;
        return adviceInWords(adviseOn(text)) ?? `"${visible(text)}" is not a date`;
      },
    });
  }

  #whenHint(): string {
    const { date } = this.#known.project.transcript.value;
    return `2026-03-02, 2026-03 or unknown${date === undefined ? '' : `; the talk was on ${date}`}`;
  }

  #isAimed(options: Options): boolean {
    const isSaid = ['target', 'quote', 'at'].some(name => options[name] !== undefined);
    const { at, occurrence } = options as { at?: string; occurrence?: number };
    // The options of a passage are called as its fields are.
    return isSaid && 'target' in new Aims(this.#known).aim(aimFrom(options, at, occurrence));
  }

  #needs(options: Options, need: 'aspect' | 'by' | 'when' | 'sources'): boolean {
    const tag = options['tag'] as string | undefined;
    if (tag === undefined) return false;
    const info = TAGS[tag as keyof typeof TAGS] ?? this.#known.project.tags?.get(tag);
    return info !== undefined && needsOf(tag, info.group as TagGroup).includes(need);
  }
}

/** `content` is what most stances are about, so Enter takes it. */
const ASPECTS_FIRST = firstOf('content', ASPECT_MEANINGS);
/** Options that take several values. */
const MANY: ReadonlySet<string> = new Set(['to', 'refersTo']);

function rolesFor(options: Options): Readonly<Record<string, string>> {
  return firstOf(options['quote'] === undefined ? 'said' : 'event', ROLE_MEANINGS);
}

function firstOf(
  first: string,
  meanings: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries([[first, meanings[first]!], ...Object.entries(meanings)]);
}

function isBody(word: string): boolean {
  return (BODIES as readonly string[]).includes(word);
}

/** The key of a field among the options. */
function keyOf(field: string): string {
  return field.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function bodyOf(options: Options): string | undefined {
  return BODIES.find(name => options[keyOf(name)] !== undefined);
}

/** `Who disputes`; a tag of the project has no verb. */
function whoLabel({ tag }: Options): string {
  const verb = ACT_VERBS[String(tag)];
  return verb === undefined ? 'By whom' : `Who ${verb}`;
}

/** The one source that is cited without a place. */
function placeless({ source }: Options): string | undefined {
  const [only, ...others] = (source ?? []) as readonly string[];
  return others.length === 0 && only?.includes('@') === false ? only : undefined;
}
