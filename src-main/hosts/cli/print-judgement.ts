// Owns the words of the command judgement. The rule: it sets out what the core answered and computes no number.
import { formatDate } from '#shared/calendar.ts';
import type {
  AnswerVersion,
  Judgement,
  JudgementAnswer,
  JudgementEvidence,
  JudgementYears,
  LinkedFigure,
  ScreenedText,
} from '#shared/schemas/judgement.ts';
import { evidenceStrengths } from '#shared/vocabulary/judgement.ts';
import { table } from './print.ts';

const day = (instant: string): string => formatDate(instant.slice(0, 10));
const indented = (text: string, by = '  '): string =>
  text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n');

function figureLines({ said, changed }: LinkedFigure): string[] {
  const values = said.values.map(
    ({ period, group, shown }) => `${group === null ? period : `${period}, ${group}`}: ${shown}`,
  );
  return [
    `    ${said.title}, linked on ${day(said.at)}: ${values.join('; ')}`,
    ...changed.map((text) => `    has changed since: ${text}`),
  ];
}

function evidenceText({ id, side, words, strength, date, figure, withdrawn }: JudgementEvidence): string {
  return [
    `  ${side}, ${evidenceStrengths[strength].title.toLowerCase()}, ${formatDate(date)} (${id})${withdrawn ? `, withdrawn on ${day(withdrawn.at)}: ${withdrawn.reason}` : ''}`,
    indented(words, '    '),
    ...(figure ? figureLines(figure) : []),
  ].join('\n');
}

function versionText(one: AnswerVersion): string {
  const { words, version, confidence, confidenceReason, noneFor, noneAgainst, reason, role, at } = one;
  return [
    `  Version ${version}, ${role}, ${day(at)}${reason === null ? '' : `, because: ${reason}`}`,
    indented(words, '    '),
    `    Confidence ${confidence}: ${confidenceReason}`,
    ...(noneFor === null ? [] : [`    No evidence for it: ${noneFor}`]),
    ...(noneAgainst === null ? [] : [`    No evidence against it: ${noneAgainst}`]),
  ].join('\n');
}

const answerText = ({ title, standing, current, earlier, evidence }: JudgementAnswer): string =>
  [
    `${title}\n  ${standing}`,
    ...(current ? [versionText(current)] : []),
    ...evidence.map(evidenceText),
    ...(earlier.length > 0 ? ['  Earlier:', ...earlier.map(versionText)] : []),
  ].join('\n');

const screenedText = ({ of, field, found }: ScreenedText): string =>
  `  ${of}, ${field}: ${found.map(({ kind, text }) => `${kind} “${text}”`).join(', ')}`;

/** The whole record of a year. */
export function judgementText({ record, screened }: Judgement): string {
  const { reading, guard, answers, stages, notHeard, next } = record;
  return [
    `${reading}\n${guard}`,
    ...answers.map(answerText),
    `Sign-offs\n${stages.map((one) => `  ${one.title}: ${one.reading}`).join('\n')}${next ? `\n  ${next.text}` : ''}`,
    `What was not heard\n  ${notHeard.reading}`,
    ...(screened.length > 0
      ? [`Take care: words that may tell who is meant\n${screened.map(screenedText).join('\n')}`]
      : []),
  ].join('\n\n');
}

export const yearsText = (years: JudgementYears): string =>
  table(
    [{ title: 'Year' }, { title: 'Answers' }, { title: 'Data' }],
    years.map(({ year, answers, data, whole }) => [
      year,
      `${answers} of 3`,
      whole ? 'to its end' : data ? 'in part' : 'none',
    ]),
  );
