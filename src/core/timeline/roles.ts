/** The roles of the dates on a timeline: those of the format, and those that a field implies. */
import { ROLE_MEANINGS } from '../model/meanings.ts';

/** Roles with their meanings, in order. The last four belong to fields whose name tells what they date. */
export const TIMELINE_ROLES: Readonly<Record<string, string>> = {
  ...ROLE_MEANINGS,
  published: 'the day on which a source was published',
  act: 'the day on which a party took its stance (`when`)',
  withdrawn: 'the day on which an annotation was withdrawn',
  accepted: 'the day on which a person accepted changed words',
};

/** Returns the position of a role in the order; a role that the format does not know comes last. */
export function rankOfRole(role: string): number {
  const rank = Object.keys(TIMELINE_ROLES).indexOf(role);
  return rank === -1 ? Object.keys(TIMELINE_ROLES).length : rank;
}
