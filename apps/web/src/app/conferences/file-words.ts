import type { PackVersion } from '@lectern/conferences';

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint slides',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook',
};

/** What a download is, before it is opened: `PDF, 1.2 MB`, `Word document, 45 kB`. */
export const fileWords = ({ contentType, size }: Pick<PackVersion, 'contentType' | 'size'>): string => {
  const kilobytes = Math.max(1, Math.round(size / 1000));
  const amount = kilobytes < 1000 ? `${kilobytes} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
  return `${KINDS[contentType] ?? 'Word document'}, ${amount}`;
};
