// Answers for the year's judgement: reads it, adds to it, and screens every word that a person writes into it.
// The rule: nothing recorded can be taken out again, so words that may name somebody need a second look first.
import { readFigure } from '#core/figures/index.ts';
import { decisionsOn, now } from '#core/governance/decisions.ts';
import { judgementYears, readJudgement } from '#core/governance/judgement.ts';
import { type AskFigure, stateOf } from '#core/governance/judgement-figure.ts';
import {
  addEvidence,
  recordAnswer,
  signJudgement,
  withdrawEvidence,
} from '#core/governance/judgement-record.ts';
import { heldPosts } from '#core/identity/held-posts.ts';
import { type Screen, screener } from '#core/identity/screening/screening.ts';
import { textSeal } from '#core/identity/text-block.ts';
import { identifying } from '#core/identity/text-release.ts';
import type { Session } from '#core/store/store.ts';
import { AppError } from '#shared/errors.ts';
import type {
  EvidenceRequest,
  Judgement,
  JudgementRecord,
  LinkedState,
  ScreenedText,
} from '#shared/schemas/judgement.ts';
import type { HandlersOf, House } from './context.ts';

/** Words by what they are called. */
type Texts = Readonly<Record<string, string | null | undefined>>;

async function screenOf(house: House): Promise<Screen> {
  const { store, key } = house.workspace();
  return screener({ posts: await heldPosts(store, textSeal(key)) });
}

function findIn(screen: Screen, of: string, texts: Texts): ScreenedText[] {
  return Object.entries(texts).flatMap(([field, text]) => {
    const found = text ? screen(text) : [];
    if (!text || found.length === 0) return [];
    return [
      { of, field, found: found.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) })) },
    ];
  });
}

/** @throws AppError judgement-names-somebody where words may name or reach a person and nobody confirmed them */
async function secondLook(house: House, texts: Texts, confirm = false): Promise<void> {
  if (confirm) return;
  const naming = findIn(await screenOf(house), '', texts).flatMap(({ field, found }) =>
    found
      .filter(({ kind }) => identifying.has(kind as never))
      .map(({ kind, text }) => `${kind} “${text}” in ${field}`),
  );
  if (naming.length > 0)
    throw new AppError('judgement-names-somebody', { found: naming.slice(0, 5).join(', ') });
}

/** Everything that was written, screened: posts that one person holds, too. */
function screenedOf({ answers, signOffs }: JudgementRecord, screen: Screen): ScreenedText[] {
  return [
    ...answers.flatMap(({ question, current, earlier }) =>
      [...(current ? [current] : []), ...earlier].flatMap((one) =>
        findIn(screen, `${question}-${one.version}`, {
          'the answer': one.words,
          'the reason for its confidence': one.confidenceReason,
          'why there is none for it': one.noneFor,
          'why there is none against it': one.noneAgainst,
          'why it changed': one.reason,
        }),
      ),
    ),
    ...answers.flatMap(({ evidence }) =>
      evidence.flatMap(({ id, words, withdrawn }) =>
        findIn(screen, id, { 'the evidence': words, 'why it was withdrawn': withdrawn?.reason }),
      ),
    ),
    ...signOffs.flatMap(({ id, reference, note }) =>
      findIn(screen, id, { 'the reference': reference, 'the note': note }),
    ),
  ];
}

async function asking(house: House): Promise<AskFigure> {
  const { store, settings } = house.workspace();
  const held = await settings();
  return (request) => readFigure(store, request, held);
}

/** The judgement of a year with what screening finds in it; `at` is the instant that it is read for. */
export async function shown(house: House, year: string, at?: string): Promise<Judgement> {
  const { store, settings } = house.workspace();
  const { smallCount } = await settings();
  const record = await readJudgement(store, year, await asking(house), smallCount, at);
  const screened = screenedOf(record, await screenOf(house));
  return { record, screened, log: await decisionsOn(store, 'judgement', year) };
}

const write = (house: House, work: (session: Session) => Promise<unknown>): Promise<unknown> =>
  house.workspace().store.transaction(work);

/** What the linked figure says now; null without one. */
async function saidNow(house: House, { figure }: EvidenceRequest): Promise<LinkedState | null> {
  if (figure === undefined) return null;
  const ask = await asking(house);
  return stateOf(house.workspace().store, await ask(figure), now());
}

export const judgementHandlers: HandlersOf<
  | 'judgement.read'
  | 'judgement.years'
  | 'judgement.answer'
  | 'judgement.addEvidence'
  | 'judgement.withdrawEvidence'
  | 'judgement.sign'
> = {
  'judgement.read': ({ year }, { house }) => shown(house, year),
  'judgement.years': (_, { house }) => judgementYears(house.workspace().store, now().slice(0, 10)),
  'judgement.answer': async (request, { house }) => {
    const { words, confidenceReason, noneFor, noneAgainst, reason, confirm } = request;
    const texts = {
      'the answer': words,
      'the reason for its confidence': confidenceReason,
      'why there is none for it': noneFor,
      'why there is none against it': noneAgainst,
      'why it changes': reason,
    };
    await secondLook(house, texts, confirm);
    await write(house, (session) => recordAnswer(session, request, house.user));
    return shown(house, request.year);
  },
  'judgement.addEvidence': async (request, { house }) => {
    await secondLook(house, { 'the evidence': request.words }, request.confirm);
    const said = await saidNow(house, request);
    await write(house, (session) => addEvidence(session, request, said, house.user));
    return shown(house, request.year);
  },
  'judgement.withdrawEvidence': async (request, { house }) => {
    await secondLook(house, { 'the reason': request.reason }, request.confirm);
    await write(house, (session) => withdrawEvidence(session, request, house.user));
    return shown(house, request.year);
  },
  'judgement.sign': async (request, { house }) => {
    const { year, stage, date, reference, note, confirm } = request;
    const { officer, audit } = house.workspace();
    if (stage === 'monitoring-officer') await officer.privateKey();
    await secondLook(house, { 'the reference': reference, 'the note': note }, confirm);
    await write(house, async (session) => {
      const versions = await signJudgement(session, request, house.user);
      await audit.add(house.user, 'judgement-signed', { year, stage, date, versions });
    });
    return shown(house, year);
  },
};
