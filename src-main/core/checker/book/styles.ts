// Owns the looks of cells: each format record resolved to font, fill, border, number format and named style.
import { child, children, type Element, isOff, isOn, valOf } from '../package/xml.ts';
import { type Colour, officeTheme, readColour } from './colours.ts';
import { type NumberFormat, readFormat } from './formats.ts';

export interface Font {
  readonly name: string;
  /** 1 serif, 2 sans-serif, 3 fixed width, 4 script, 5 decorative; 0 where it is not said. */
  readonly family: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly raised: boolean;
  /** Null is automatic. */
  readonly colour: Colour | null;
}

export interface Style {
  readonly font: Font;
  /** Null where there is no fill. */
  readonly fill: Colour | null;
  readonly patterned: boolean;
  readonly bordered: boolean;
  readonly format: NumberFormat;
  readonly wraps: boolean;
  readonly shrinks: boolean;
  readonly rotated: boolean;
  readonly horizontal: string | null;
  readonly indent: number;
  readonly quotePrefix: boolean;
  /** Name and built-in number of the named style it follows; "Normal" and 0 by default. */
  readonly named: string;
  readonly builtin: number | null;
}

/** What a conditional format changes, as far as rules ask. */
export interface Differential {
  readonly font: Colour | null;
  readonly fill: Colour | null;
}

export interface Styles {
  readonly list: readonly Style[];
  readonly normal: Font;
  readonly differentials: readonly Differential[];
  readonly theme: readonly Colour[];
}

const plainFont: Font = {
  name: 'Calibri',
  family: 2,
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  raised: false,
  colour: null,
};

const flag = (element: Element, name: string): boolean => {
  const found = child(element, name);
  return found !== undefined && !isOff(found.attributes.val);
};

function readFont(element: Element, theme: readonly Colour[]): Font {
  const underline = child(element, 'u');
  const raised = valOf(element, 'vertAlign');
  return {
    name: valOf(element, 'name') ?? valOf(element, 'rFont') ?? plainFont.name,
    family: Number(valOf(element, 'family') ?? 0) || 0,
    size: Number(valOf(element, 'sz') ?? plainFont.size) || plainFont.size,
    bold: flag(element, 'b'),
    italic: flag(element, 'i'),
    underline: underline !== undefined && underline.attributes.val !== 'none',
    raised: raised !== undefined && raised !== 'baseline',
    colour: readColour(child(element, 'color')?.attributes, theme),
  };
}

interface Fill {
  readonly colour: Colour | null;
  readonly patterned: boolean;
}

function readFill(element: Element, theme: readonly Colour[]): Fill {
  const gradient = child(element, 'gradientFill');
  if (gradient) {
    const stop = child(children(gradient, 'stop')[0], 'color');
    return { colour: readColour(stop?.attributes, theme), patterned: true };
  }
  const pattern = child(element, 'patternFill');
  const kind = pattern?.attributes.patternType ?? 'none';
  if (kind === 'none') return { colour: null, patterned: false };
  const front = child(pattern, 'fgColor')?.attributes;
  const colour = readColour(front ?? child(pattern, 'bgColor')?.attributes, theme);
  return { colour: colour ?? (kind === 'solid' ? '000000' : null), patterned: kind !== 'solid' };
}

const isBordered = (element: Element): boolean =>
  ['left', 'right', 'top', 'bottom', 'start', 'end', 'diagonal', 'horizontal', 'vertical'].some((side) => {
    const style = child(element, side)?.attributes.style;
    return style !== undefined && style !== 'none';
  });

/** The colours of a theme part, in the order that cells number them. */
export function readTheme(root: Element | null): readonly Colour[] {
  const scheme = child(child(root, 'themeElements'), 'clrScheme');
  if (!scheme) return officeTheme;
  const order = [
    'lt1',
    'dk1',
    'lt2',
    'dk2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ];
  return order.map((name, at) => {
    const given = child(scheme, name);
    const plain = valOf(given, 'srgbClr') ?? child(given, 'sysClr')?.attributes.lastClr;
    return plain?.toUpperCase() ?? officeTheme[at] ?? '000000';
  });
}

interface Record {
  readonly element: Element;
  readonly font: Font;
}

function styleOf(
  { element, font }: Record,
  fill: Fill | undefined,
  bordered: boolean,
  format: NumberFormat,
  named: { name: string; builtin: number | null } | undefined,
): Style {
  const alignment = child(element, 'alignment')?.attributes ?? {};
  const turn = Number(alignment.textRotation ?? 0);
  return {
    font,
    fill: fill?.colour ?? null,
    patterned: fill?.patterned ?? false,
    bordered,
    format,
    wraps: isOn(alignment.wrapText) || alignment.horizontal === 'justify',
    shrinks: isOn(alignment.shrinkToFit),
    rotated: turn !== 0,
    horizontal: alignment.horizontal ?? null,
    indent: Number(alignment.indent ?? 0) || 0,
    quotePrefix: isOn(element.attributes.quotePrefix),
    named: named?.name ?? 'Normal',
    builtin: named ? named.builtin : 0,
  };
}

/** The styles part resolved; without one, everything is plain. */
export function readStyles(root: Element | null, theme: readonly Colour[]): Styles {
  const listOf = (group: string, item: string): Element[] => children(child(root, group), item);
  const fonts = listOf('fonts', 'font').map((font) => readFont(font, theme));
  const fills = listOf('fills', 'fill').map((fill) => readFill(fill, theme));
  const borders = listOf('borders', 'border').map(isBordered);
  const codes = new Map(
    listOf('numFmts', 'numFmt').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode]),
  );
  const formats = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    const known = formats.get(id) ?? readFormat(id, codes.get(id));
    formats.set(id, known);
    return known;
  };
  const named = new Map(
    listOf('cellStyles', 'cellStyle').map(({ attributes }) => [
      attributes.xfId,
      {
        name: attributes.name ?? '',
        builtin: attributes.builtinId === undefined ? null : Number(attributes.builtinId),
      },
    ]),
  );
  const normal = fonts[0] ?? plainFont;
  const list = listOf('cellXfs', 'xf').map((element) => {
    const { fontId, fillId, borderId, numFmtId, xfId } = element.attributes;
    return styleOf(
      { element, font: fonts[Number(fontId ?? 0)] ?? normal },
      fills[Number(fillId ?? 0)],
      borders[Number(borderId ?? 0)] ?? false,
      formatOf(Number(numFmtId ?? 0)),
      named.get(xfId ?? '0'),
    );
  });
  const differentials = listOf('dxfs', 'dxf').map((element): Differential => {
    const font = child(child(element, 'font'), 'color');
    const pattern = child(child(element, 'fill'), 'patternFill');
    const fill = child(pattern, 'bgColor') ?? child(pattern, 'fgColor');
    return { font: readColour(font?.attributes, theme), fill: readColour(fill?.attributes, theme) };
  });
  const plain = styleOf(
    { element: { name: 'xf', attributes: {}, children: [], text: '' }, font: normal },
    undefined,
    false,
    readFormat(0, undefined),
    undefined,
  );
  return { list: list.length > 0 ? list : [plain], normal, differentials, theme };
}
