// Owns which pin is of which figure: the same question, whatever order its parts stand in.
import type { FigureRequest } from '../../src-shared/schemas/figure.ts';
import type { Pin as PinnedFigure } from '../../src-shared/schemas/pin.ts';

/** The same for the same question, whatever order its parts stand in. */
const questionOf = ({ metric, from, to, grain, split, filters = {}, chart }: FigureRequest): string =>
  JSON.stringify([metric, from, to, grain, split, Object.entries(filters).sort(), chart]);

export const pinOf = (pins: readonly PinnedFigure[], request: FigureRequest): PinnedFigure | undefined =>
  pins.find((pin) => questionOf(pin.request) === questionOf(request));
