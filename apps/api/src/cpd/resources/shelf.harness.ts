import type { CpdSession, Resource } from '@lectern/cpd';
import type { ResourceRequest } from '@lectern/cpd/requests';
import type { Answer, Caller } from '../../app.harness';
import { zipOf, type ZipPart } from '../../registrations/roster-files/workbook.harness';
import type { TestCpd } from '../cpd.harness';

/** What is on the shelf: the teacher’s file for everybody, and staff’s link for the people of a session. */
export interface TestShelf {
  readonly shared: Resource;
  readonly ofSession: Resource;
}

export const A_LINK = 'https://www.example.org/area-model';
export const A_PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

/** A sheet, document or slides with these parts in it; what matters is that its main part is there. */
export const anOfficeFile = (main: string, more: readonly ZipPart[] = [], types = TYPES): Buffer =>
  zipOf([{ name: '[Content_Types].xml', content: types }, { name: main, content: '<x/>' }, ...more]);

/** The words that go with a resource. */
export const aResource = (
  on: Partial<ResourceRequest>,
  change: Partial<ResourceRequest> = {},
): ResourceRequest => ({
  title: 'Surds as areas',
  licence: 'cc-by-4.0',
  audience: 'partnership',
  ...on,
  ...change,
});

const EDGE = 'edge-of-a-part';

/** A form as a browser sends it, byte by byte. */
export const formOf = (
  fields: Readonly<Record<string, unknown>>,
  file: { readonly name: string; readonly content: Buffer } | null,
): { readonly type: string; readonly payload: Buffer } => {
  const head = (disposition: string): Buffer =>
    Buffer.from(`--${EDGE}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`);
  const parts = Object.entries(fields).flatMap(([name, value]) => [
    head(`name="${name}"`),
    Buffer.from(`${String(value)}\r\n`),
  ]);
  if (file) parts.push(head(`name="file"; filename="${file.name}"`), file.content, Buffer.from('\r\n'));
  return {
    type: `multipart/form-data; boundary=${EDGE}`,
    payload: Buffer.concat([...parts, Buffer.from(`--${EDGE}--\r\n`)]),
  };
};

/** Shares a file as a browser would. */
export const shareFile = (
  by: Caller,
  said: ResourceRequest,
  file: { readonly name: string; readonly content: Buffer } = { name: 'Surds.pdf', content: A_PDF },
  path = '/cpd/resources',
): Promise<Answer<Resource & { code: string; errors: { code: string; message: string }[] }>> => {
  const { type, payload } = formOf({ ...said }, file);
  return by.sendBytes('POST', path, type, payload);
};

export const shelfOf = async (
  callers: Readonly<Record<'teacher' | 'staff', Caller>>,
  { topic }: TestCpd,
  session: CpdSession,
): Promise<TestShelf> => {
  const shared = await shareFile(callers.teacher, aResource({ topicId: topic.id }));
  const ofSession = await callers.staff.post<Resource>(
    '/cpd/resources',
    aResource({ sessionId: session.id }, { audience: 'session', url: A_LINK }),
  );
  return { shared: shared.body, ofSession: ofSession.body };
};
