// Answers for a set of files: planned together, imported one after another, each whole or not at all.
import { AppError, expectedError, showError } from '#shared/errors.ts';
import type { PlannedFile, SetOutcome } from '#shared/schemas/again.ts';
import type { CommitRequest, Preview } from '#shared/schemas/import.ts';
import type { CallContext } from './context.ts';
import { commitImport } from './import-file.ts';
import { previewImport } from './preview-file.ts';
import { count } from './stage-file.ts';

/** The context of one file of several: its progress is its share of the whole. */
function oneOf({ house, job }: CallContext, index: number, total: number): CallContext {
  const progress = (step: string, fraction: number | null) =>
    job.progress(`File ${index + 1} of ${total}: ${step}`, (index + (fraction ?? 0)) / total);
  return { house, job: { signal: job.signal, progress } };
}

/** What must be settled before the file can be imported; null where nothing must. */
function obstacle(preview: Preview): string | null {
  const { missing, notes, earlier, accepted, read, problems, instrument, wave } = preview;
  if (missing.length > 0) return `It lacks what its kind needs: ${missing.join(', ')}.`;
  const dates = notes.find(({ code }) => code === 'dates-ambiguous');
  if (dates) return dates.text;
  if (instrument !== null && wave === null) return 'The date of its wave must be said.';
  if (accepted === 0)
    return `None of its ${count(read)} rows could be accepted: ${problems.find(({ rejects }) => rejects)?.reason ?? 'there are none'}.`;
  const same = earlier.find(({ relation }) => relation === 'same-bytes');
  if (same) return `The same file is there already as import ${same.importId}.`;
  const [most] = earlier
    .filter(({ relation }) => relation === 'same-keys')
    .sort((a, b) => b.sharedRows - a.sharedRows);
  if (!most) return null;
  return `Rows of import ${most.importId} (${most.file}) are in it again, ${count(most.sharedRows)} of them: replace that import, or append knowingly.`;
}

/** What would become of each file. A file that cannot be read says why; it does not stop the others. */
export async function planImports(
  { files }: { files: readonly string[] },
  context: CallContext,
): Promise<PlannedFile[]> {
  const inbox = await context.house.inbox();
  const plan: PlannedFile[] = [];
  for (const [index, file] of files.entries()) {
    const { name } = inbox.find(file);
    const nothing = { kind: null, savedMapping: null, drift: [], earlier: [], accepted: 0, rejected: 0 };
    try {
      const preview = await previewImport({ file }, oneOf(context, index, files.length));
      const { kind, savedMapping, earlier, accepted, rejected } = preview;
      const why = obstacle(preview);
      plan.push({
        file,
        name,
        kind,
        savedMapping: savedMapping?.name ?? null,
        drift: savedMapping?.drift ?? [],
        earlier,
        accepted,
        rejected,
        ready: why === null,
        why,
      });
    } catch (cause) {
      const error = context.job.signal.aborted ? null : expectedError(cause);
      if (!error) throw cause;
      plan.push({ file, name, ...nothing, ready: false, why: error.message });
    }
  }
  return plan;
}

/** Imports file after file. After a cancel the rest are told as cancelled; what was imported stays. */
export async function commitSet(
  { files }: { files: readonly CommitRequest[] },
  context: CallContext,
): Promise<SetOutcome[]> {
  const { signal } = context.job;
  const inbox = await context.house.inbox();
  const outcomes: SetOutcome[] = [];
  for (const [index, request] of files.entries()) {
    let name = 'that was chosen';
    try {
      name = inbox.find(request.file).name;
      signal.throwIfAborted();
      const receipt = await commitImport(request, oneOf(context, index, files.length));
      outcomes.push({ ok: true, receipt });
    } catch (cause) {
      const title = `Importing ${name}`;
      const error = signal.aborted ? new AppError('job-cancelled', { title }) : expectedError(cause);
      if (!error) throw cause;
      outcomes.push({ ok: false, file: name, error: showError(error.code, error.params) });
    }
  }
  return outcomes;
}
