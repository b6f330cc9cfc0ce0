/** How a file marks its speakers, found from all of its lines. */
import { countUp } from '../../../core/maps.ts';
import { AcceptedLabels } from '../../shared/labels/accepted-labels.ts';
import { judgeLabel } from '../../shared/labels/judge-label.ts';
import type { Declared, Head } from '../heads/head.ts';
import { isBreak, remarkOf } from '../lines/remarks.ts';
import { markdownHeading } from '../markdown.ts';
import { Families } from './families.ts';
import type { FileLines } from './file-lines.ts';
import { fieldLines } from './header-fields.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type ProfileId, takesForm } from './profile-ids.ts';
import { QuestionsAndAnswers } from './questions.ts';
import { findRareHeads, NO_RARE_HEADS, type RareHeads } from './rare-heads.ts';

export interface StyleOptions {
  readonly declared: Declared;
  /** The way that the user names; found from the file where it is absent. */
  readonly profile?: ProfileId | undefined;
}

/** Of the passages, the least share that begin with a label and a colon where they are speakers at all. */
const LEAST_SHARE = 0.2;
/** Title and header above the first head are so short, and so few. */
const TITLE = 100;
const MOST_TITLES = 8;

export class Style {
  readonly file: FileLines;
  readonly layout: Layout;
  readonly labels: AcceptedLabels;
  readonly questions: QuestionsAndAnswers;
  /** What each line looks like the head of, by itself or by the file. */
  readonly heads: readonly (Head | undefined)[];
  /** Lines that are part of the head above or below. */
  readonly consumed: ReadonlySet<number>;
  /** Lines of the header, which nobody says. */
  readonly fields: ReadonlySet<number>;
  /** Whether heads behind the sign of a list are heads. */
  readonly takesBullets: boolean;
  /** Forms of the heads that name a speaker, with how often. */
  readonly forms = new Map<string, number>();
  /** Whether times without a name begin passages. */
  readonly hasStamps: boolean;
  /** Heads without a name, behind which the speaker of the head before goes on. */
  readonly continuing = new Set<string>();
  readonly #turns: Uint8Array;
  readonly #declared: Declared;
  readonly #profile: ProfileId | undefined;
  readonly #families = new Families();
  /** How often each label stands before anything at all. */
  readonly #seen = new Map<string, number>();
  /** Whether most heads with a colon stand on lines of their own, so that the lines below them are their words. */
  readonly #hasOwnLines: boolean;
  /** Whether names with a colon and no time are heads, and whether most heads are of another form. */
  readonly #colons: { readonly areHeads: boolean; readonly areRare: boolean };

  constructor(file: FileLines, { declared, profile }: StyleOptions) {
    this.file = file;
    this.#declared = declared;
    this.#profile = profile;
    this.labels = new AcceptedLabels(declared);
    this.labels.isOneTurn = file.filled === 1;
    this.layout = layoutOf(file, profile);
    this.questions = new QuestionsAndAnswers(file);
    this.fields = fieldLines(file, declared);
    this.takesBullets = mostAreBullets(file);
    this.#addFamilies();
    const isNone = profile === 'none';
    const rare = isNone ? NO_RARE_HEADS : findRareHeads(file, declared, head => this.isLive(head), this);
    this.heads = headsOf(file, rare);
    this.consumed = rare.consumed;
    this.#hasOwnLines = this.#areOnOwnLines();
    this.#countLabels();
    this.#colons = this.#findColons();
    this.hasStamps = file.headLines.some(index => this.#isStamp(file.heads[index]!));
    this.#turns = new Uint8Array(file.length);
    if (!isNone) this.#countForms();
  }

  /** Whether a line begins a turn; a line with `Q` or `A` may depend on the one before as well. */
  beginsTurn(index: number): boolean {
    return this.#turns[index] === 1;
  }

  /** Whether anything of the file begins a turn. */
  get hasHeads(): boolean {
    return this.forms.size > 0 || this.hasStamps;
  }

  /** Whether the words are escaped as in Markdown: names are printed bold. */
  get isMarkdown(): boolean {
    return this.#profile === 'md-bold' || [...this.forms.keys()].some(form => form.startsWith('b'));
  }

  /** Whether times of the file stand in square brackets. */
  get hasBracketedTimes(): boolean {
    const { heads, headLines } = this.file;
    return headLines.some(index => heads[index]!.form.time.startsWith('[') && this.isLive(heads[index]!));
  }

  /** Whether a blank line ends a turn: names stand alone above the words, and what is described between them is no one's. */
  get blankEndsTurn(): boolean {
    return this.forms.has('N$');
  }

  /** Whether heads with a time are heads here, by their form. */
  isLive({ form }: Head): boolean {
    return this.takes(form.id) && ((form.isOfFile && !form.isRare) || this.#families.isLive(form));
  }

  takes(form: string): boolean {
    return this.#profile === undefined || takesForm(this.#profile, form);
  }

  isAccepted(head: Head): boolean {
    const { form } = head;
    const label = head.label!;
    if (this.#declared.has(label)) return true;
    if (!this.takes(form.id) || (head.isBullet && !this.takesBullets)) return false;
    if (head.isCertain) return true;
    if (head.hasColon) return this.#isAcceptedByColon(head, label);
    if (form.isBracketOnly || judgeLabel(label).kind === 'nobody') return false;
    return (!form.isRare && this.isLive(head)) || this.labels.accepts(label);
  }

  #isAcceptedByColon(head: Head, label: string): boolean {
    const { form } = head;
    if (form.isTimeFirst && !this.isLive(head)) return false;
    // Where heads have times, a colon alone makes a speaker only of a name that comes again.
    const isKnown = form.hasTime || !this.#colons.areRare || this.labels.count(label) > 1;
    return isKnown && (this.#colons.areHeads || head.isStrong) && this.labels.accepts(label);
  }

  /**
   * Whether a line is the first one below a head that stands alone: the words of that head, whatever they begin with.
   * Doubtful where either of them may be the head.
   */
  isBody(index: number): boolean | 'doubtful' {
    const head = this.heads[index];
    if (head !== undefined && (!head.hasColon || head.form.hasTime || head.form.isOwnLine)) return false;
    const owner = this.#headAbove(index);
    if (owner === undefined) return false;
    if ((owner.isStrong && owner.form.hasTime) || owner.form.isOfFile || this.#hasOwnLines) return true;
    if (head !== undefined && this.#timesSeen(head) > 1) return false;
    return this.#timesSeen(owner) > 1 || 'doubtful';
  }

  /** The head that stands alone above a line, with nothing between. */
  #headAbove(index: number): Head | undefined {
    let above = this.file.before(index);
    while (above >= 0 && (this.file.isBlank(above) || this.consumed.has(above)))
      above = this.file.before(above);
    const owner = this.heads[above];
    return owner?.label !== undefined && owner.form.isOwnLine ? owner : undefined;
  }

  #timesSeen({ label }: Head): number {
    return this.#seen.get(label ?? '') ?? 0;
  }

  #areOnOwnLines(): boolean {
    let own = 0;
    let inline = 0;
    let isBelow = false;
    for (let index = 0; index < this.file.length; index++) {
      if (this.file.isBlank(index)) continue;
      const head = this.heads[index];
      const isOwn = head?.label !== undefined && head.form.isOwnLine;
      if (isOwn) own++;
      else if (head?.label !== undefined && head.hasColon && !isBelow) inline++;
      isBelow = isOwn;
    }
    return own > inline;
  }

  #isStamp(head: Head): boolean {
    return head.label === undefined && head.form.isTimeFirst && this.isLive(head);
  }

  #addFamilies(): void {
    const { file } = this;
    let starts = 0;
    for (let index = 0; index < file.length; index++) {
      const head = file.heads[index];
      if (head !== undefined && (head.form.hasTime || OTHER_FAMILIES.has(head.form.family)))
        this.#families.add(head);
      if (head !== undefined || (!file.isBlank(index) && file.isAfterBlank(index))) starts++;
      if (head?.label !== undefined) countUp(this.#seen, head.label);
    }
    this.#families.decide(starts);
    for (const index of file.headLines) {
      const { form, label } = file.heads[index]!;
      if (label === undefined || !form.hasTime || form.isTimeFirst || !this.#families.isLive(form)) continue;
      if (form.nameless.includes(':')) this.continuing.add(form.nameless);
    }
  }

  #countLabels(): void {
    const { file, labels } = this;
    let titles = 0;
    let hasHead = false;
    /** The line before is a head of its own line: this one has its words. */
    let isBody = false;
    for (let index = 0; index < file.length; index++) {
      if (file.isBlank(index)) continue;
      const head = this.heads[index];
      const isStamp = head !== undefined && this.#isStamp(head);
      if (head?.hasColon === true && this.isBody(index) !== false) {
        isBody = false;
        continue;
      }
      if (head?.label !== undefined && this.#isCounted(head, index)) {
        labels.addTurn();
        labels.add({ label: head.label, isCertain: head.isCertain || this.#isNamedByForm(head, head.label) });
        hasHead = true;
      } else if (!isBody && !(isStamp && head.form.isOwnLine) && this.#isPassage(index, isStamp)) {
        const isTitle = !hasHead && file.text(index).length <= TITLE && titles < MOST_TITLES;
        if (isTitle) titles++;
        else labels.addTurn();
      }
      isBody = head?.form.isOwnLine === true && (isStamp || head.label !== undefined);
    }
  }

  /** Where the form is that of a head, whatever it names speaks. */
  #isNamedByForm(head: Head, label: string): boolean {
    const { form } = head;
    if (form.isQuestion) return true;
    const { kind } = judgeLabel(label);
    if (head.hasColon) {
      return kind === 'name' && (form.isBold || form.hasTime) && !form.isTimeFirst && this.isLive(head);
    }
    return !form.isRare && this.isLive(head) && kind !== 'nobody';
  }

  #isCounted(head: Head, index: number): boolean {
    const { form } = head;
    if (form.isQuestion) return this.questions.isHead(head, this.file, index);
    if (head.isCertain) return true;
    if (form.isTitled || form.isBracketOnly || this.fields.has(index)) return false;
    if (head.isBullet && !this.takesBullets) return false;
    if (form.isTimeFirst && !this.isLive(head)) return false;
    if (!head.hasColon) return form.isRare || this.isLive(head);
    // A name that comes once may stand in the middle of a sentence.
    return form.hasTime || this.#timesSeen(head) > 1 || !this.file.isWrapped(index);
  }

  /** Words that someone says, and that could have a label, as far as one line shows it. */
  #isPassage(index: number, isStamp: boolean): boolean {
    if (!isStamp && !this.file.isAfterBlank(index)) return false;
    const text = this.file.text(index);
    return (
      !isBreak(text) &&
      markdownHeading(text) === undefined &&
      !/^\s*[[(][^[\]()]*[\])]\s*$/.test(text) &&
      remarkOf(text) === undefined
    );
  }

  #findColons(): { readonly areHeads: boolean; readonly areRare: boolean } {
    const { file, labels } = this;
    if (this.#profile !== undefined) return { areHeads: true, areRare: false };
    if (this.layout.kind === 'indent') return { areHeads: false, areRare: true };
    let colons = 0;
    let questions = 0;
    let timed = 0;
    for (const index of file.headLines) {
      const head = file.heads[index]!;
      if (head.label === undefined || !this.#isCounted(head, index)) continue;
      if (head.hasColon && this.isBody(index) !== false) continue;
      if (head.form.isQuestion) questions++;
      else if (!head.hasColon) timed += Number(head.form.hasTime && this.isLive(head));
      else if (head.isCertain || labels.accepts(head.label)) colons++;
    }
    return {
      areHeads: questions + timed > 1 || colons > labels.turns * LEAST_SHARE,
      areRare: timed > colons,
    };
  }

  #countForms(): void {
    for (let index = 0; index < this.heads.length; index++) {
      const head = this.heads[index];
      if (head === undefined || this.consumed.has(index) || !this.#isTurn(head, index)) continue;
      this.#turns[index] = 1;
      countUp(this.forms, head.form.id);
    }
  }

  #isTurn(head: Head, index: number): boolean {
    const { form } = head;
    if (form.isQuestion) return this.takes(form.id) && this.questions.isHead(head, this.file, index);
    if (form.isTitled) return this.takes(form.id) && this.layout.isTitledHead(head, this.file, index);
    if (head.label === undefined) return form.id === '>>' && this.isLive(head);
    return (
      !this.fields.has(index) && this.isAccepted(head) && !(head.hasColon && this.isBody(index) !== false)
    );
  }
}

/** Forms without a time that are nothing but heads where they come twice. */
const OTHER_FAMILIES = new Set(['○N', 'bN:', '>>']);

function headsOf(file: FileLines, rare: RareHeads): readonly (Head | undefined)[] {
  if (rare.heads.size === 0) return file.heads;
  const heads = [...file.heads];
  for (const [index, head] of rare.heads) heads[index] = head;
  return heads;
}

function mostAreBullets({ heads, headLines }: FileLines): boolean {
  let bullets = 0;
  let all = 0;
  for (const index of headLines) {
    const { label, isBullet } = heads[index]!;
    if (label === undefined) continue;
    all++;
    if (isBullet) bullets++;
  }
  return bullets > 1 && bullets * 5 >= all * 4;
}
