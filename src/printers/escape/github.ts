/** Workflow commands of GitHub Actions. */
import { visible } from './visible.ts';

/** The message of a GitHub workflow command (`::error::MESSAGE`). */
export function githubData(text: string): string {
  return visible(text, { newlines: true, tabs: true }).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** The value of a property of a GitHub workflow command (`::error file=VALUE::`). */
export function githubProperty(text: string): string {
  return githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
