/** The CI gate: everything that is wrong in transcripts and layers, and where. */
import { Option } from 'commander';
import { compareFindings, countBySeverity, type Finding, type Location } from '../core/finding.ts';
import type { Layer } from '../core/model.ts';
import type { Document, Project } from '../core/project.ts';
import type { SourceText } from '../core/span.ts';
import type { Env } from '../io/env.ts';
import { printerOfFindings } from '../printers/findings/index.ts';
import { RULES } from '../rules/index.ts';
import { runRules } from '../rules/run.ts';
import { type CommandModule, ExitStatus } from './command.ts';
import { filesToCheck } from './files-to-check.ts';
import { readLanguage } from './language.ts';
import { isLayer, isTranscript, type LoadedFile, Loader, refusal } from './load.ts';
import { prepareDatesOf } from './prepare-dates.ts';
import { printContext, widthOption } from './printing.ts';
import { readCopies } from './source-copies.ts';
import { reportTrouble } from './trouble.ts';

const FORMATS = ['text', 'line', 'json'] as const;

export const command: CommandModule = {
  declare(command) {
    command
      .description(
        'Report what is wrong in transcripts and layers: structure, references, quotes, dates, and stances\nwithout a party or a source. In a folder, the files that begin with `onrecord:` are checked.\n\nExamples:\n  $ onrecord check .\n  $ onrecord check talk.yaml notes.layer.yaml\n  $ onrecord check --format line . | head\n\nExit status: 0 no errors, 1 errors found, 2 a file cannot be opened.',
      )
      .argument('[paths...]', 'files and folders; `-` is standard input', ['.'])
      .addOption(new Option('--format <format>', 'how findings are printed').choices(FORMATS).default('text'))
      .option('-q, --quiet', 'report errors only')
      .option('--stdin-filename <name>', 'name that standard input goes by in findings');
    widthOption(command);
  },
  async run([paths], options, env) {
    const loader = new Loader(env);
    const { names, troubles } = filesToCheck(env, paths as string[]);
    const files: LoadedFile[] = [];
    for (const name of names) {
      try {
        files.push(await loader.load(name, options['stdinFilename'] as string | undefined));
      } catch (error) {
        troubles.push(error);
      }
    }
    const { findings, sources } = await check(files, loader, env);
    const shown =
      options['quiet'] === true ? findings.filter(({ severity }) => severity === 'error') : findings;
    const print = await printerOfFindings(options['format'] as (typeof FORMATS)[number]);
    await env.stdout.write(
      print({ findings: shown, sources, filesChecked: files.length }, printContext(env, options)),
    );
    if (await reportTrouble(troubles, env)) return ExitStatus.trouble;
    return countBySeverity(findings).error > 0 ? ExitStatus.found : ExitStatus.clean;
  },
};

interface Checked {
  readonly findings: readonly Finding[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Findings of the given files only; other files of their projects are read as context. */
export async function check(files: readonly LoadedFile[], loader: Loader, env: Env): Promise<Checked> {
  const wanted = new Set(files.map(file => file.file));
  const findings: Finding[] = files.flatMap(file => file.findings);
  const { projects, refusals } = await projectsOf(files, loader);
  findings.push(...refusals);
  for (const { project, unreadable } of projects) {
    await prepareDatesOf(project);
    const found = runRules(project, {
      rules: RULES,
      unreadable,
      random: env.random,
      language: () => readLanguage(env),
      copies: readCopies(env, project),
    });
    findings.push(...found.filter(finding => wanted.has(finding.file)));
  }
  const sources = new Map<string, SourceText>();
  for (const { file, source } of loader.loaded()) if (source !== undefined) sources.set(file, source);
  return { findings: findings.sort(compareFindings), sources };
}

interface CheckedProject {
  readonly project: Project;
  readonly unreadable: readonly Location[];
}

/** Each transcript once, with the given layers that name it and those beside it. */
async function projectsOf(
  files: readonly LoadedFile[],
  loader: Loader,
): Promise<{ projects: CheckedProject[]; refusals: Finding[] }> {
  const members = new Map<LoadedFile, Set<LoadedFile>>();
  const refusals: Finding[] = [];
  const layersOf = (transcript: LoadedFile) => {
    let layers = members.get(transcript);
    if (layers === undefined) {
      layers = new Set();
      members.set(transcript, layers);
    }
    return layers;
  };
  for (const file of files) {
    if (file.document === undefined) continue;
    if (isTranscript(file.document)) layersOf(file);
    else if (isLayer(file.document)) {
      const target = await loader.transcriptOf(file.document);
      if ('refused' in target) refusals.push(refusal(file.document, target.refused));
      else layersOf(target).add(file);
    }
  }
  const projects: CheckedProject[] = [];
  for (const [transcript, layers] of members) {
    if (transcript.document === undefined || !isTranscript(transcript.document)) {
      for (const { document } of layers) {
        if (document !== undefined)
          refusals.push(refusal(document as Document<Layer>, whyUnusable(transcript)));
      }
      continue;
    }
    for (const layer of await loader.layersBeside(transcript)) layers.add(layer);
    projects.push({
      project: {
        transcript: transcript.document,
        layers: [...layers]
          .map(layer => layer.document)
          .filter(document => document !== undefined)
          .filter(isLayer),
      },
      unreadable: [transcript, ...layers].flatMap(file => file.unreadable),
    });
  }
  return { projects, refusals };
}

function whyUnusable(file: LoadedFile): string {
  return file.document === undefined
    ? `${file.file} has errors`
    : `${file.file} is a layer, not a transcript`;
}
