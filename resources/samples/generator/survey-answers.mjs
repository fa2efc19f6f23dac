// How people answer: a shared leaning per person, an item's own level, and the effects the sample is built to show.

import { AGREE, BULLIES, ENDINGS, INDISCREET, MIDDLES, OFTEN, OPENERS } from './survey-items.mjs';

/** Cut points on the standard normal scale between the five answers. */
const CUTS = [-1.45, -0.65, 0.15, 1.2];

/** Wave effects by theme, in standard deviations; adoption came between June 2023 and February 2024. @type {Record<string, Record<string, number>>} */
const WAVE = {
  respect: { 2019: 0, 2020: 0.02, 2021: -0.02, 2022: -0.12, 202306: -0.2, 2023: -0.02, 2024: 0, 2025: 0.08 },
  collaboration: { 2019: 0, 2020: 0.02, 2021: 0, 2022: -0.08, 202306: -0.12, 2023: 0, 2024: 0.02, 2025: 0.08 },
  communication: { 2019: 0, 2020: 0.05, 2021: 0.05, 2022: -0.05, 202306: -0.08, 2023: 0, 2024: 0, 2025: 0.05 },
  'job satisfaction': { 2019: 0, 2020: 0.05, 2021: 0.08, 2022: -0.05, 202306: -0.08, 2023: -0.1, 2024: -0.25, 2025: -0.12 },
  leadership: { 2019: 0, 2020: 0.05, 2021: 0.1, 2022: -0.05, 202306: -0.12, 2023: -0.08, 2024: -0.12, 2025: 0 },
  awareness: { 2019: 0, 2020: -0.05, 2021: -0.1, 2022: -0.12, 202306: -0.1, 2023: 0.25, 2024: 0.3, 2025: 0.4 },
};

const UNIT = /** @type {Record<string, number>} */ ({ adult: 0, children: 0.05, street: -0.12, neighbour: -0.05, homes: 0.02, place: 0.08, corporate: 0.12 });
/** Homes and Tenancies on respect: down from June 2023, two quarters before its leavers rise. */
const HOMES = /** @type {Record<string, number>} */ ({ 202306: -0.6, 2024: -0.5, 2025: -0.25 });

/**
 * @typedef {{ waveKey: string, unit?: string, junior?: boolean, members?: boolean, lean: number }} Person
 * @param {import('./random.mjs').Stream} rng
 * @param {import('./survey-items.mjs').Item} item
 * @param {Person} who
 * @returns {number} a point on the standard normal scale, higher being more agreement (or more often)
 */
export function feeling(rng, item, who) {
  const base = who.members ? (item.members ?? item.mu) : item.mu;
  const wave = WAVE[item.theme]?.[who.waveKey] ?? 0;
  const unit = who.unit === undefined ? 0 : UNIT[who.unit] + (who.unit === 'homes' && item.theme === 'respect' ? (HOMES[who.waveKey] ?? 0) : 0);
  const junior = who.junior && item.theme === 'respect' ? -0.08 : 0;
  const shift = wave + unit + junior;
  const sign = item.reversed || item.often ? -1 : 1;
  return base + sign * (shift + 0.55 * who.lean) + 0.835 * rng.normal();
}

/** @param {number} z @returns {number} 0 to 4 */
export const fivePoint = (z) => CUTS.filter((cut) => z > cut).length;

/** @param {number} z @returns {number} 1 to 10 */
export const tenPoint = (z) => Math.min(10, Math.max(1, Math.round(6 + 2.1 * z)));

/**
 * @param {import('./random.mjs').Stream} rng
 * @param {import('./survey-items.mjs').Item} item
 * @param {Person} who
 * @param {boolean} ten answered on a scale from 1 to 10
 * @returns {string} the label, `N/A`, or empty where skipped
 */
export function answer(rng, item, who, ten) {
  const z = feeling(rng, item, who);
  const away = item.crosses ? (who.members ? 0.02 : who.junior ? 0.14 : 0.06) : 0.008;
  if (rng.chance(away)) return ten ? '' : 'N/A';
  if (rng.chance(0.012)) return '';
  if (ten) return String(tenPoint(z));
  return (item.often ? OFTEN : AGREE)[fivePoint(z)];
}

/** @param {import('./random.mjs').Stream} rng @param {Person} who @returns {{ bullied: string, by: string[] }} */
export function bullying(rng, who) {
  const likely = 0.115 + (who.waveKey === '202306' ? 0.015 : 0) + (who.unit === 'homes' && HOMES[who.waveKey] !== undefined ? 0.04 : 0) - 0.03 * who.lean;
  if (rng.chance(0.03)) return { bullied: 'Prefer not to say', by: [] };
  if (!rng.chance(likely)) return { bullied: 'No', by: [] };
  const main = rng.weighted([[BULLIES[0], 41], [BULLIES[1], 36], [BULLIES[2], 5], [BULLIES[3], 18]]);
  const also = rng.chance(0.12) ? rng.pick(BULLIES) : main;
  return { bullied: 'Yes', by: BULLIES.filter((one) => one === main || one === also) };
}

/** @param {import('./random.mjs').Stream} rng @param {number} likely @returns {string} */
export function comment(rng, likely) {
  if (!rng.chance(likely)) return '';
  if (rng.chance(0.04)) return rng.pick(['Nothing to add', 'n/a', 'No', '-']);
  const text = `${rng.pick(OPENERS)} ${rng.pick(MIDDLES)} ${rng.pick(ENDINGS)}.`;
  return rng.chance(0.04) ? `${text} ${rng.pick(INDISCREET)}` : text;
}

/** Labels as people and tools really leave them: case, a blank at the end, another wording. @param {import('./random.mjs').Stream} rng @param {string} label @returns {string} */
export function worn(rng, label) {
  if (!rng.chance(0.025)) return label;
  if (label === 'Never') return 'Never ';
  if (label === 'Neither agree nor disagree') return rng.pick(['Neither Agree nor Disagree', 'Neither agree or disagree']);
  if (label === 'Strongly agree' || label === 'Strongly disagree') return label.replace('agree', 'Agree').replace('disAgree', 'Disagree');
  if (label === 'N/A') return 'Not applicable';
  return label === '' || /^\d/.test(label) ? label : rng.pick([`${label} `, label.toUpperCase(), `${label}\u00a0`]);
}
