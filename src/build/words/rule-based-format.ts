/** Spells numbers out by CLDR's rule-based number formats (RBNF, UTS 35 part 3), as far as the formats we read go. */

/** Rule sets by name; each rule has its descriptor (`20`, `60/20`) and its text. */
export type RuleSets = Readonly<Record<string, readonly (readonly [descriptor: string, text: string])[]>>;

interface Rule {
  readonly base: number;
  readonly divisor: number;
  readonly text: string;
}

/** A substitution, an optional part, a plural, or plain text. */
const PIECE = /→([^→]*)→|←([^←]*)←|=([^=]*)=|\[([^\]]*)\]|\$\((cardinal|ordinal),((?:[^$])*)\)\$/g;

export class RuleBasedFormat {
  readonly #sets = new Map<string, readonly Rule[]>();
  readonly #cardinal: Intl.PluralRules;
  readonly #ordinal: Intl.PluralRules;

  constructor(sets: RuleSets, language: string) {
    for (const [name, rules] of Object.entries(sets))
      if (Array.isArray(rules)) this.#sets.set(name, rulesOf(rules));
    this.#cardinal = new Intl.PluralRules(language);
    this.#ordinal = new Intl.PluralRules(language, { type: 'ordinal' });
  }

  /** Names of the rule sets that are for others to use. */
  get names(): readonly string[] {
    return [...this.#sets.keys()].filter(name => name.startsWith('%') && !name.startsWith('%%'));
  }

  /** A whole number of zero or more in words; undefined where the rules give digits. */
  spell(value: number, name: string): string | undefined {
    const rules = this.#sets.get(name);
    if (rules === undefined) return undefined;
    const rule = ruleFor(rules, value);
    return rule === undefined ? undefined : this.#expand(rule.text, value, rule, name);
  }

  #expand(text: string, value: number, rule: Rule, name: string): string | undefined {
    const rest = value % rule.divisor;
    const quotient = Math.floor(value / rule.divisor);
    let isDigits = false;
    const part = (number: number, set: string): string => {
      const spelled = set.startsWith('%') || set === '' ? this.spell(number, set || name) : undefined;
      if (spelled === undefined) isDigits = true;
      return spelled ?? '';
    };
    const expanded = text.replace(
      PIECE,
      (_, after?: string, before?: string, same?: string, option?: string, type?: string, forms?: string) => {
        if (after !== undefined) return part(rest, after);
        if (before !== undefined) return part(quotient, before);
        if (same !== undefined) return part(value, same);
        if (option !== undefined) {
          if (rest === 0) return '';
          const inner = this.#expand(option, value, rule, name);
          if (inner === undefined) isDigits = true;
          return inner ?? '';
        }
        const plural = (type === 'cardinal' ? this.#cardinal : this.#ordinal).select(quotient);
        return new RegExp(`${plural}\\{([^}]*)\\}`).exec(forms!)?.[1] ?? /other\{([^}]*)\}/.exec(forms!)![1]!;
      },
    );
    return isDigits ? undefined : expanded;
  }
}

function rulesOf(rules: readonly (readonly [string, string])[]): Rule[] {
  return rules.flatMap(([descriptor, text]) => {
    const [, base, radix = '10', lower = ''] = /^(\d+)(?:\/(\d+))?(>*)$/.exec(descriptor) ?? [];
    if (base === undefined) return [];
    const exponent = Number(base) === 0 ? 0 : exponentOf(Number(base), Number(radix)) - lower.length;
    return [
      {
        base: Number(base),
        divisor: Number(radix) ** exponent,
        text: text.replace(/;$/, '').replace(/^'/, ''),
      },
    ];
  });
}

function exponentOf(base: number, radix: number): number {
  let exponent = 0;
  while (radix ** (exponent + 1) <= base) exponent++;
  return exponent;
}

/** The last rule that does not begin above a value; the one before it where both parts of that would be empty. */
function ruleFor(rules: readonly Rule[], value: number): Rule | undefined {
  const index = rules.findLastIndex(({ base }) => base <= value);
  const rule = rules[index];
  if (rule === undefined) return undefined;
  const hasBoth = /←[^←]*←/.test(rule.text) && /→[^→]*→/.test(rule.text);
  const isExact = value % rule.divisor === 0 && rule.base % rule.divisor !== 0;
  return hasBoth && isExact ? rules[index - 1] : rule;
}
