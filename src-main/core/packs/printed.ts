// Owns how a cell of a manifest is printed: as the workbook shows it.
import type { ManifestCell, PackManifest } from '#shared/schemas/manifest.ts';
import { shown } from './measure.ts';

/** A manifest's cell as it is read on paper. */
export function printed({ sheet, column, value }: ManifestCell, manifest: PackManifest): string {
  if (value === null) return '';
  const columns = manifest.sheets.find(({ name }) => name === sheet)?.columns;
  const found = columns?.find(({ header }) => header === column);
  if (typeof value === 'string') {
    const [year, month, day] = value.split('-');
    return found?.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? `${day}/${month}/${year}` : value;
  }
  const format = found?.format ?? 'General';
  return format === 'General' ? String(value) : shown(value, format);
}
