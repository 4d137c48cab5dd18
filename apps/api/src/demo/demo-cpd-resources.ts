import { fileTypeOf, safeFileName } from '@lectern/conferences';
import type { ResourceAudience, ResourceLicence } from '@lectern/cpd';
import { ResourcesService } from '../cpd/resources/resources.service';
import { daysAfter } from './demo-clock';
import type { DemoCpd } from './demo-cpd-parts';
import { pdf } from './demo-pdf';

interface DemoResource {
  readonly by: string;
  readonly title: string;
  readonly summary: string;
  readonly topic: string;
  readonly session?: string;
  readonly licence: ResourceLicence;
  readonly audience: ResourceAudience;
  readonly daysAgo: number;
  /** A link; a file of its title without one. */
  readonly url?: string;
}

const RESOURCES: readonly DemoResource[] = [
  {
    by: 'trainee',
    title: 'Surds as the sides of squares: cards to sort',
    summary: 'Sixteen cards for pairs, with the mistakes that pupils make. Ten minutes, no calculators.',
    topic: 'Surds',
    session: 'surds',
    licence: 'cc-by-4.0',
    audience: 'partnership',
    daysAgo: 60,
  },
  {
    by: 'trainee',
    title: 'Bounds: three rulers and a table',
    summary: 'The sheet that teachers filled in during the session.',
    topic: 'Bounds',
    session: 'bounds',
    licence: 'partnership',
    audience: 'session',
    daysAgo: 6,
  },
  {
    by: 'teacher.hugo',
    title: 'Function machines on one page',
    summary: 'For a first lesson on inverse functions; the answers are on the back.',
    topic: 'Functions: inverse and composite',
    licence: 'cc-by-nc-4.0',
    audience: 'partnership',
    daysAgo: 20,
  },
  {
    by: 'mentor',
    title: 'Subject content of GCSE mathematics',
    summary: 'Which of it is underlined, and which is in bold type.',
    topic: 'Algebraic proof',
    licence: 'ogl-3.0',
    audience: 'partnership',
    daysAgo: 100,
    url: 'https://www.gov.uk/government/publications/gcse-mathematics-subject-content-and-assessment-objectives',
  },
];

const fileOf = (title: string, words: string) => {
  const content = pdf(words);
  const type = fileTypeOf(content);
  if (type === null) throw new Error('The demo shares what nobody can open.');
  return { type, fileName: safeFileName(title, type), content };
};

/** What is on the shelf: files and a link, some of one session and some for everybody; one was improved since. */
export const tellResources = async ({ app, clock, now, person, session, topic }: DemoCpd): Promise<void> => {
  const shelf = app.get(ResourcesService);
  for (const { by, daysAgo, session: of, topic: about, ...said } of RESOURCES) {
    clock.goTo(daysAfter(now, -daysAgo));
    const { id } = await shelf.share(
      person(by),
      { ...said, topicId: topic(about).id, ...(of ? { sessionId: session(of).id } : {}) },
      said.url === undefined ? fileOf(said.title, said.title) : null,
    );
    if (of !== 'surds') continue;
    clock.goTo(daysAfter(now, -daysAgo + 9));
    await shelf.addVersion(person(by), id, fileOf(said.title, `${said.title}, larger`));
  }
  clock.goTo(now);
};
