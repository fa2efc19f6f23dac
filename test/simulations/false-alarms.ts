// `npm run false-alarms`: how often the verdicts are wrong on series without a change, and right on series with one,
// beside the figures the rule was chosen by (simulated once, elsewhere). Ends with an error unless all agree.
import { anyFlag, headlineImproves, type Judge, monteCarloError, shareOf } from './headline.ts';
import type { Noise } from './noise.ts';

const CHARTS = 5000;
const headline = 'headline verdict, 12 + 12 points';
const all = 'any flag, limits from all points';
const frozen = 'any flag, baseline frozen at 12 of 24';

/** Name, judge, series, and the percentage to expect. */
const figures: readonly (readonly [string, Judge, Partial<Noise>, number])[] = [
  [`${headline}: no change`, headlineImproves, {}, 5],
  [`${headline}: no change, autocorrelation 0.3`, headlineImproves, { autocorrelation: 0.3 }, 11],
  [`${headline}: step of 1 sd (power)`, headlineImproves, { step: 1 }, 53],
  [`${headline}: step of 2 sd (power)`, headlineImproves, { step: 2 }, 93],
  ...([0, 0.3, 0.6] as const).flatMap((autocorrelation, row) =>
    ([13, 24, 36] as const).map((points, column) => {
      const expected = [
        [8, 19, 30],
        [19, 46, 66],
        [43, 81, 94],
      ][row]?.[column];
      const name = `${all}: ${points} points, autocorrelation ${autocorrelation}`;
      return [name, anyFlag(), { points, autocorrelation }, expected ?? Number.NaN] as const;
    }),
  ),
  [`${frozen}: no change`, anyFlag(12), {}, 33],
  [`${frozen}: no change, autocorrelation 0.3`, anyFlag(12), { autocorrelation: 0.3 }, 59],
  [`${frozen}: drop of 1.5 sd`, anyFlag(12), { step: -1.5 }, 93],
  [`${all}: 24 points, drop of 1.5 sd after 12`, anyFlag(), { step: -1.5 }, 68],
];

console.log(
  `${CHARTS.toLocaleString('en-GB')} simulated charts a line; expected from 3,000, to the whole percent.`,
);
let agreed = true;
for (const [name, judge, noise, percent] of figures) {
  const share = shareOf(judge, noise, CHARTS);
  const fits = Math.abs(share - percent / 100) <= monteCarloError(percent / 100, CHARTS);
  agreed &&= fits;
  const shown = `${(100 * share).toFixed(1)} %`.padStart(7);
  console.log(
    `${shown}  expected ${String(percent).padStart(2)} %  ${fits ? 'agrees   ' : 'DISAGREES'}  ${name}`,
  );
}
console.log(agreed ? 'All agree within Monte Carlo error.' : 'Not all agree.');
process.exitCode = agreed ? 0 : 1;
