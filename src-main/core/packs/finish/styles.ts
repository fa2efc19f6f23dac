// Owns what the style part needs beyond exceljs: default font, heading styles, guarded text.
// The rule: headings are known by their size, guarded text by Excel's text format (id 49).

const normalFont = '<font><sz val="12"/><name val="Arial"/><family val="2"/></font>';
const headings = [
  { size: 16, builtin: 16, name: 'Heading 1' },
  { size: 14, builtin: 17, name: 'Heading 2' },
];

/** The style part with Arial 12 as its default, Heading 1 and 2 as cell styles, and quote prefixes. */
export function finishStyles(xml: string): string {
  const fonts = [...xml.matchAll(/<font>.*?<\/font>/gs)].map((match) => match[0]);
  fonts[0] = normalFont;
  const fontIds = headings.map(({ size }) => {
    const at = fonts.findIndex((font) => font.includes(`<sz val="${size}"/>`));
    return at >= 0
      ? at
      : fonts.push(`<font><b/><sz val="${size}"/><name val="Arial"/><family val="2"/></font>`) - 1;
  });
  const styleXfs = fontIds.map(
    (id) => `<xf numFmtId="0" fontId="${id}" fillId="0" borderId="0" applyFont="1"/>`,
  );
  const styles = headings.map(
    (h, i) => `<cellStyle name="${h.name}" xfId="${i + 1}" builtinId="${h.builtin}"/>`,
  );
  return xml
    .replace(/<fonts .*?<\/fonts>/s, `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`)
    .replace(
      /<cellStyleXfs.*?<\/cellStyleXfs>/s,
      `<cellStyleXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${styleXfs.join('')}</cellStyleXfs>`,
    )
    .replace(/<cellXfs.*?<\/cellXfs>/s, (xfs) => finishCellXfs(xfs, fontIds))
    .replace(
      /<cellStyles.*?<\/cellStyles>/s,
      `<cellStyles count="3"><cellStyle name="Normal" xfId="0" builtinId="0"/>${styles.join('')}</cellStyles>`,
    );
}

const finishCellXfs = (xfs: string, headingFonts: readonly number[]): string =>
  xfs.replace(/<xf [^>]*?(?=\/?>)/g, (xf) => {
    const font = Number(/fontId="(\d+)"/.exec(xf)?.[1] ?? 0);
    const heading = headingFonts.indexOf(font) + 1;
    const styled = xf.replace('xfId="0"', `xfId="${heading}"`);
    return xf.includes('numFmtId="49"') ? `${styled} quotePrefix="1"` : styled;
  });
