// Copies a chart out of the window: as a picture, as tab-separated data, as words.
// The rule: a picture is drawn from the SVG itself with its styles written in, white or dark as on screen.

/** Puts text on the clipboard, also where the page has no clipboard permission. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'opacity',
  'paint-order',
] as const;

function styledCopy(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const name of carried) copies[index]?.style.setProperty(name, style.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

const wrapped = (text: string, length: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

async function picture(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const text = new XMLSerializer().serializeToString(styledCopy(svg));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  return image;
}

/** What stands over a picture, and in lines under it. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly foot: readonly string[];
}

const footLine = 18;

/** Puts the chart on the clipboard as a PNG at twice its size, its title and subtitle above it, its foot below. */
export async function copyImage(svg: SVGSVGElement, { title, subtitle, foot }: PictureWords): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const style = getComputedStyle(document.body);
  const image = await picture(svg);
  const head = wrapped(title, Math.floor(width / 8.5));
  const top = 16 + head.length * 22 + 24;
  const under = foot.flatMap((words) => wrapped(words, Math.floor(width / 6.5)));
  const whole = height + top + (under.length > 0 ? under.length * footLine + 12 : 0);
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = whole * 2;
  const draw = canvas.getContext('2d');
  if (!draw) return;
  draw.scale(2, 2);
  draw.fillStyle = style.backgroundColor;
  draw.fillRect(0, 0, width, whole);
  draw.fillStyle = style.color;
  draw.font = `600 17px ${style.fontFamily}`;
  for (const [line, words] of head.entries()) draw.fillText(words, 8, 24 + line * 22);
  draw.font = `400 13px ${style.fontFamily}`;
  draw.fillText(subtitle, 8, 24 + head.length * 22, width - 16);
  for (const [line, words] of under.entries())
    draw.fillText(words, 8, top + height + footLine * (line + 1), width - 16);
  draw.drawImage(image, 0, top, width, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob) await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
