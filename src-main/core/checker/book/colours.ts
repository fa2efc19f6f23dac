// Owns colours: from theme, palette or plain value to red, green and blue, and their contrast.

/** Six hexadecimal digits. */
export type Colour = string;

const indexed =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** The theme's colours in the order that cells number them: light 1, dark 1, light 2, dark 2, accents 1 to 6, links. */
export const officeTheme: readonly Colour[] =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

const channels = (colour: Colour): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);

const hex = (values: readonly number[]): Colour =>
  values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();

/** A colour made lighter (tint above 0) or darker (below 0), each channel towards white or black. */
export const tinted = (colour: Colour, tint: number): Colour =>
  tint === 0
    ? colour
    : hex(channels(colour).map((value) => (tint > 0 ? value + (255 - value) * tint : value * (1 + tint))));

/** The colour of a `<color>`-like element; null for automatic or none. */
export function readColour(
  attributes: Readonly<Record<string, string>> | undefined,
  theme: readonly Colour[],
): Colour | null {
  if (!attributes || attributes.auto === '1' || attributes.auto === 'true') return null;
  const tint = Number(attributes.tint ?? 0) || 0;
  if (attributes.rgb !== undefined)
    return tinted(attributes.rgb.slice(-6).toUpperCase().padStart(6, '0'), tint);
  if (attributes.theme !== undefined) return tinted(theme[Number(attributes.theme)] ?? '000000', tint);
  const at = Number(attributes.indexed);
  return attributes.indexed === undefined || at >= 64 ? null : tinted(indexed[at] ?? '000000', tint);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21, as the Web Content Accessibility Guidelines 2.2 define it. */
export function contrast(a: Colour, b: Colour): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Whether a colour is a grey, black or white. */
export function isGrey(colour: Colour): boolean {
  const values = channels(colour);
  return Math.max(...values) - Math.min(...values) <= 8;
}
