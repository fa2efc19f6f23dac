// The headline verdict: what it says, and how often it is wrong.
import { describe, expect, it } from 'vitest';
import { type ImprovementDirection, postAdoptionShift } from '#core/stats/index.ts';
import { anyFlag, headlineImproves, monteCarloError, shareOf } from '../../simulations/headline.ts';

const before = [48, 52, 48, 52, 48, 52, 48, 52, 48, 52, 48, 52];
const judge = (since: (number | null)[], improvementDirection: ImprovementDirection = 'increase') =>
  postAdoptionShift([...before, ...since], { baselineN: 12, improvementDirection });

describe('postAdoptionShift', () => {
  it('calls seven points in a row on the better side an improvement, six not', () => {
    const seven = [51, 51, 51, 51, 51, 51, 51];
    expect(judge(seven)).toMatchObject({
      verdict: 'consistent_with_improvement',
      before: 12,
      after: 7,
      baselineMean: 50,
      run: { start: 12, end: 19 },
    });
    expect(judge(seven, 'decrease').verdict).toBe('consistent_with_worsening');
    expect(judge(seven, 'neutral').verdict).toBe('shifted_higher');
    expect(judge([...seven.slice(1), 49])).toMatchObject({ verdict: 'no_clear_change', run: null });
  });

  it('does not count a point on the frozen mean, a gap or points before adoption', () => {
    expect(judge([51, 51, 51, 50, 51, 51, 51]).verdict).toBe('no_clear_change');
    expect(judge([51, 51, 51, 51, null, 51, 51, 51]).verdict).toBe('no_clear_change');
    const late = [...before.slice(0, 11), 53, 51, 51, 51, 51, 51, 51, 47];
    const verdict = postAdoptionShift(late, { baselineN: 12, improvementDirection: 'increase' });
    expect(verdict.verdict).toBe('no_clear_change');
  });

  it('goes by the latest run', () => {
    const up = [51, 51, 51, 51, 51, 51, 51];
    const down = up.map(() => 49);
    expect(judge([...up, ...down])).toMatchObject({
      verdict: 'consistent_with_worsening',
      run: { start: 19, end: 26 },
    });
    expect(judge([...down, ...up, 49]).verdict).toBe('consistent_with_improvement');
  });

  it('says too little data below 12 points before or 7 since', () => {
    expect(judge([51, 51, 51, 51, 51, 51]).verdict).toBe('too_little_data');
    const short = postAdoptionShift([...before.slice(1), ...before], {
      baselineN: 11,
      improvementDirection: 'increase',
    });
    expect(short).toMatchObject({ verdict: 'too_little_data', before: 11, after: 12 });
    expect(postAdoptionShift([], { baselineN: 0, improvementDirection: 'increase' })).toMatchObject({
      verdict: 'too_little_data',
      baselineMean: null,
    });
    expect(() => postAdoptionShift([1], { baselineN: 2, improvementDirection: 'increase' })).toThrow(
      RangeError,
    );
  });

  it('takes six by option', () => {
    const verdict = postAdoptionShift([...before, 51, 51, 51, 51, 51, 51], {
      baselineN: 12,
      improvementDirection: 'increase',
      runLength: 6,
    });
    expect(verdict.verdict).toBe('consistent_with_improvement');
  });
});

describe('false alarms and power, 800 charts each (npm run false-alarms prints the whole table)', () => {
  it.each([
    ['no change', 5, {}],
    ['no change, autocorrelation 0.3', 11, { autocorrelation: 0.3 }],
    ['a step of one standard deviation', 53, { step: 1 }],
    ['a step of two standard deviations', 93, { step: 2 }],
  ])('%s: %i %% improvement', (_, percent, noise) => {
    const share = shareOf(headlineImproves, noise, 800);
    expect(Math.abs(share - percent / 100)).toBeLessThan(monteCarloError(percent / 100, 800));
  });

  it('any rule anywhere is no verdict: 19 % of charts of pure noise, 33 % at a frozen baseline', () => {
    expect(Math.abs(shareOf(anyFlag(), {}, 800) - 0.19)).toBeLessThan(monteCarloError(0.19, 800));
    expect(Math.abs(shareOf(anyFlag(12), {}, 800) - 0.33)).toBeLessThan(monteCarloError(0.33, 800));
  });
});
