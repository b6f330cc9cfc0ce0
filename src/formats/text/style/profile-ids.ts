/** The ways in which plain texts mark who speaks, for people who must say which one a file has. */

export const PROFILE_IDS = [
  'colon',
  'stamped',
  'head-line',
  'md-bold',
  'cart',
  'congress',
  'qa',
  'none',
] as const;
export type ProfileId = (typeof PROFILE_IDS)[number];

const HAS_TIME = /[TW]/;

export function takesForm(profile: ProfileId, form: string): boolean {
  switch (profile) {
    case 'none':
      return false;
    case 'cart':
      return form.startsWith('>>');
    case 'congress':
      return form === 'N.' || form === 'n.';
    case 'qa':
      return form.startsWith('Q') || isColon(form);
    case 'md-bold':
      return form.startsWith('b');
    case 'head-line':
      return form.endsWith('$');
    case 'stamped':
      return HAS_TIME.test(form) || isColon(form);
    case 'colon':
      return isColon(form);
  }
}

function isColon(form: string): boolean {
  return /^[bh]?\[?N\]?:\$?$/.test(form);
}

/** The profile that heads of these forms belong to. */
export function profileOfForms(forms: ReadonlyMap<string, number>, hasStamps: boolean): ProfileId {
  let best = '';
  let most = 0;
  for (const [form, count] of forms) {
    if (count <= most) continue;
    best = form;
    most = count;
  }
  if (best === '') return hasStamps ? 'stamped' : 'none';
  if ([...forms.keys()].some(form => form.startsWith('Q'))) return 'qa';
  if (hasStamps && isColon(best)) return 'stamped';
  const order: readonly ProfileId[] = ['cart', 'congress', 'md-bold', 'colon', 'head-line', 'stamped'];
  return order.find(profile => takesForm(profile, best)) ?? 'colon';
}
