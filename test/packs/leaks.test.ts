// That the search for leaks finds them: each planted in a part of a public twin where a reader would not look.
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DescribedPack } from '#core/packs/describe.ts';
import { writeWorkbook } from '#core/packs/write-workbook.ts';
import { demoModel } from '../unit/packs/demo-model.ts';
import { leaks, type Twin } from './leaks.ts';

const secret = 'CASE-2024-00017';

async function twins(): Promise<{ open: Twin; exempt: Twin }> {
  const open = demoModel('committee');
  const exempt = {
    ...open,
    sheets: open.sheets.map((sheet) =>
      sheet.kind === 'data' ? { ...sheet, lines: [...sheet.lines, `About ${secret}.`, secret] } : sheet,
    ),
  };
  const twin = async (model: typeof open): Promise<Twin> => ({
    described: { model, figures: [], traces: [], notes: [], fileName: '' } satisfies DescribedPack,
    bytes: await writeWorkbook(model),
    manifest: '{}',
  });
  return { open: await twin(open), exempt: await twin(exempt) };
}

const planted = ({ bytes }: Twin, part: string, text: string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(text) });
};

describe('leaks', () => {
  it('finds none in a public twin that keeps silent', async () => {
    const { open, exempt } = await twins();
    expect(leaks(open, exempt)).toEqual([]);
  });

  it.each([
    ['docProps/app.xml', `<Properties><Manager>${secret}</Manager></Properties>`],
    ['xl/charts/chart1.xml', `<c:pt idx="0"><c:v>${secret}</c:v></c:pt>`],
    ['xl/worksheets/sheet99.xml', `<c t="inlineStr"><is><t>${secret}</t></is></c>`],
    [`customXml/${secret}.xml`, '<a/>'],
  ])('finds what is planted in %s', async (part, text) => {
    const { open, exempt } = await twins();
    expect(leaks({ ...open, bytes: planted(open, part, text) }, exempt)).toContain(`${part}: ${secret}`);
  });

  it('finds what lies after the package, and in the manifest', async () => {
    const { open, exempt } = await twins();
    const bytes = new Uint8Array([...open.bytes, ...strToU8(secret)]);
    expect(leaks({ ...open, bytes }, exempt)).toContain(`package: ${secret}`);
    expect(leaks({ ...open, manifest: secret }, exempt)).toContain(`manifest: ${secret}`);
  });
});
