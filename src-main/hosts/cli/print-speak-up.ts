// Owns how the speak-up panel is printed: one block a reading, beside one another and never added up.
import type { SpeakUp } from '#shared/schemas/speak-up.ts';

const blockOf = ({ title, about, entries, missing }: SpeakUp['readings'][number]): string => {
  const told = entries.map(({ source, wording, figure }) => {
    const name = wording === null ? source : `${source}, “${wording}”`;
    return `  ${name}\n    ${figure.reading}`;
  });
  const rest = missing === null ? [] : [`  Not measured. ${missing}`];
  return [title, `  ${about}`, ...told, ...rest].join('\n');
};

/** The panel in words. */
export const speakUpText = ({ caution, readings }: SpeakUp): string =>
  [caution, ...readings.map(blockOf)].join('\n\n');
