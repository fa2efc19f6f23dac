// Owns what holds of a year's judgement: which versions are current, which sign-offs stand, who is next.
// The rule: a sign-off stands while every answer it covers is as it was, and those before it stand. Pure.
import { formatDate } from '#shared/calendar.ts';
import type { SignOff, SignOffState } from '#shared/schemas/judgement.ts';
import {
  type JudgementQuestionId,
  judgementQuestionIds,
  judgementQuestions,
  type SignOffStageId,
  signOffStageIds,
  signOffStages,
} from '#shared/vocabulary/judgement.ts';
import type { JudgementRows, VersionRow } from './judgement-rows.ts';

export type Versions = Partial<Record<JudgementQuestionId, number>>;

/** "a", "a and b", "a, b and c". */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const quoted = (id: JudgementQuestionId): string => `“${judgementQuestions[id].title}”`;
/** "the Audit Committee", "Council". */
export const theStage = (stage: SignOffStageId): string =>
  stage === 'council' ? 'Council' : `the ${signOffStages[stage].title}`;
/** The same at the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const currentOf = ({ versions }: JudgementRows, question: JudgementQuestionId): VersionRow | null =>
  versions.find((one) => one.question === question) ?? null;

/** The current version of each answer that a stage covers; those not given yet are left out. */
export function coverOf(rows: JudgementRows, stage: SignOffStageId): Versions {
  return Object.fromEntries(
    signOffStages[stage].covers.flatMap((question) => {
      const current = currentOf(rows, question);
      return current ? [[question, current.version]] : [];
    }),
  );
}

/** Evidence that came or was withdrawn after the current version of an answer. */
export function unweighed(rows: JudgementRows, question: JudgementQuestionId): string[] {
  const current = currentOf(rows, question);
  if (!current) return [];
  return rows.evidence
    .filter((one) => one.question === question)
    .filter(({ id, withdrawn }) => current.evidence.includes(id) === (withdrawn !== null))
    .map(({ id }) => id);
}

/** Why a sign-off no longer holds by what it covers; null where its answers are as they were. */
function moved(rows: JudgementRows, { stage, covers }: JudgementRows['signOffs'][number]): string | null {
  const now = coverOf(rows, stage);
  const changed = judgementQuestionIds.find((question) => covers[question] !== now[question]);
  if (changed === undefined) return null;
  const next = rows.versions.find(
    ({ question, version }) => question === changed && version === (covers[changed] ?? 0) + 1,
  );
  const since = next ? ` on ${formatDate(next.at.slice(0, 10))} (version ${next.version})` : '';
  return `Opened again: ${quoted(changed)} was answered anew${since}.`;
}

/** Every sign-off with whether it stands, and why not, in the order in which they were recorded. */
export function signOffsOf(rows: JudgementRows): SignOff[] {
  const stands = new Set<string>();
  for (const stage of signOffStageIds) {
    const last = rows.signOffs.filter((one) => one.stage === stage).at(-1);
    if (!last || moved(rows, last) !== null) break;
    stands.add(last.id);
  }
  return rows.signOffs.map((one) => ({
    ...one,
    title: signOffStages[one.stage].title,
    stands: stands.has(one.id),
    reopened: stands.has(one.id)
      ? null
      : (moved(rows, one) ?? 'Opened again: a sign-off before it no longer holds.'),
  }));
}

/** The stage that signs next; null when all have. */
export const nextStage = (signOffs: readonly SignOff[]): SignOffStageId | null =>
  signOffStageIds.find((stage) => !signOffs.some((one) => one.stands && one.stage === stage)) ?? null;

/** What a stage has to wait for before it can sign, in words; empty where nothing. */
export function wantsBefore(rows: JudgementRows, stage: SignOffStageId): string[] {
  const { covers } = signOffStages[stage];
  const missing = covers.filter((question) => currentOf(rows, question) === null);
  const stale = covers.filter((question) => unweighed(rows, question).length > 0);
  return [
    ...(missing.length > 0 ? [`no answer is recorded to ${listed(missing.map(quoted))}`] : []),
    ...(stale.length > 0
      ? [
          `evidence on ${listed(stale.map(quoted))} came or was withdrawn after its answer, which has to weigh it`,
        ]
      : []),
  ];
}

const signedText = ({ date, reference }: SignOff): string => `Signed on ${formatDate(date)} (${reference}).`;

/** The four stages in their order, each with one sentence. */
export function stagesOf(rows: JudgementRows, signOffs: readonly SignOff[]): SignOffState[] {
  const next = nextStage(signOffs);
  return signOffStageIds.map((stage) => {
    const { title } = signOffStages[stage];
    const own = signOffs.filter((one) => one.stage === stage);
    const standing = own.find((one) => one.stands);
    if (standing)
      return { stage, title, state: 'signed', reading: signedText(standing), signOff: standing.id };
    const reopened = own.at(-1)?.reopened;
    const opened = reopened ? `${reopened} ` : '';
    if (stage !== next) {
      const before = signOffStageIds[signOffStageIds.indexOf(stage) - 1];
      const after = before === undefined ? '' : `, after ${theStage(before)}`;
      return { stage, title, state: 'waiting', reading: `${opened}Waits its turn${after}.`, signOff: null };
    }
    const wants = wantsBefore(rows, stage);
    const reading = wants.length > 0 ? `Next, but ${listed(wants)}.` : 'Next to sign.';
    return { stage, title, state: 'next', reading: `${opened}${reading}`, signOff: null };
  });
}

/** Who is next and what they wait for; null when Council has signed. */
export function nextOf(rows: JudgementRows, signOffs: readonly SignOff[]) {
  const stage = nextStage(signOffs);
  if (stage === null) return null;
  const wants = wantsBefore(rows, stage);
  const ready = wants.length === 0;
  const text = ready
    ? `${capital(theStage(stage))} signs next.`
    : `${capital(theStage(stage))} signs next, but not yet: ${listed(wants)}.`;
  return { stage, text, ready };
}

/** One sentence on an answer: recorded or not, by whom it is signed, what has to be weighed anew. */
export function standingOf(
  rows: JudgementRows,
  signOffs: readonly SignOff[],
  question: JudgementQuestionId,
): string {
  const current = currentOf(rows, question);
  if (!current) return 'Not answered yet.';
  const by = signOffs
    .filter((one) => one.stands && one.covers[question] !== undefined)
    .map(({ stage }) => theStage(stage));
  const signed = by.length > 0 ? `signed by ${listed(by)}` : 'not signed yet';
  const draft = question === 'effectiveness' && by.length === 0;
  const count = unweighed(rows, question).length;
  const stale =
    count === 0
      ? ''
      : ` ${count === 1 ? 'An item' : `${count} items`} of evidence came or went since: weigh ${count === 1 ? 'it' : 'them'} and record the answer anew.`;
  return `${draft ? `A draft (version ${current.version}) until Council signs it.` : `Version ${current.version}, ${signed}.`}${stale}`;
}
