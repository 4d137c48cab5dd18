import type { Caller } from '../app.harness';
import type { TestProgramme } from '../programme.harness';

interface Call {
  readonly path: string;
  readonly body: object;
  readonly see?: string;
}

/** What the programme's addresses take, for the specs of bad input: one programme, and a new group whenever one is asked for. */
export const programmeOperations = (
  programme: () => TestProgramme,
  staff: () => Caller,
  aNewGroup: () => Promise<string>,
) => {
  let names = 0;
  const name = (): string => `A name of its own ${++names}`;
  const conferencePath = (): string => programme().path.replace('/programme', '');
  const part = (kind: string, body: () => object, change?: () => string) => ({
    arrange: (): Call => {
      const see = programme().path;
      return change
        ? { path: `${see}/${kind}/${change()}`, see, body: body() }
        : { path: `${see}/${kind}`, body: body() };
    },
  });
  const strand = { fields: { name: 'text' } } as const;
  const aStrand = () => ({ name: name() });
  const room = { fields: { name: 'text', capacity: 'number' } } as const;
  const aRoom = () => ({ name: name(), capacity: 20 });
  const slot = {
    fields: { name: 'text', startsAt: 'moment', endsAt: 'moment', grouping: 'choice' },
  } as const;
  const aSlot = () => ({
    name: name(),
    startsAt: '2027-03-09T13:00:00Z',
    endsAt: '2027-03-09T13:45:00Z',
    grouping: 'placed',
  });
  const speaker = { fields: { name: 'text', kind: 'choice', affiliation: 'free text?' } } as const;
  const aSpeaker = () => ({ name: name(), kind: 'guest', affiliation: 'Vale Codes Ltd' });
  const session = {
    fields: {
      title: 'text',
      summary: 'free text?',
      strandId: 'choice?',
      slotId: 'choice',
      roomId: 'choice?',
      yearGroups: 'people?',
      speakerIds: 'people?',
    },
  } as const;
  const aSession = () => ({
    title: name(),
    summary: 'What it is about.',
    strandId: programme().strand.id,
    slotId: programme().slot.id,
    roomId: null,
    yearGroups: [9],
    speakerIds: [],
  });
  return {
    'PUT /api/conferences/{id}/programme/publication': {
      arrange: (): Call => ({
        path: `${programme().path}/publication`,
        see: programme().path,
        body: { published: true },
      }),
      fields: { published: 'yes or no' },
    },
    'POST /api/conferences/{id}/programme/strands': { ...part('strands', aStrand), ...strand },
    'PUT /api/conferences/{id}/programme/strands/{partId}': {
      ...part('strands', aStrand, () => programme().strand.id),
      ...strand,
    },
    'POST /api/conferences/{id}/programme/rooms': { ...part('rooms', aRoom), ...room },
    'PUT /api/conferences/{id}/programme/rooms/{partId}': {
      ...part('rooms', aRoom, () => programme().freeRoom.id),
      ...room,
    },
    'POST /api/conferences/{id}/programme/slots': { ...part('slots', aSlot), ...slot },
    'PUT /api/conferences/{id}/programme/slots/{partId}': {
      ...part('slots', aSlot, () => programme().freeSlot.id),
      ...slot,
    },
    'POST /api/conferences/{id}/programme/speakers': { ...part('speakers', aSpeaker), ...speaker },
    'PUT /api/conferences/{id}/programme/speakers/{partId}': {
      ...part('speakers', aSpeaker, () => programme().speaker.id),
      ...speaker,
    },
    'POST /api/conferences/{id}/programme/sessions': { ...part('sessions', aSession), ...session },
    'PUT /api/conferences/{id}/programme/sessions/{partId}': {
      ...part('sessions', aSession, () => programme().freeSession.id),
      ...session,
    },
    'PUT /api/groups/{id}/session-choices': {
      arrange: async (): Promise<Call> => {
        const group = await aNewGroup();
        const choices = [{ slotId: programme().slot.id, sessionIds: [programme().session.id] }];
        return {
          path: `/groups/${group}/session-choices`,
          see: `/groups/${group}/sessions`,
          body: { choices },
        };
      },
      fields: { choices: 'people', 'choices[0].slotId': 'choice', 'choices[0].sessionIds': 'people' },
    },
    'POST /api/conferences/{id}/session-placements': {
      arrange: async (): Promise<Call> => ({
        path: `${conferencePath()}/session-placements`,
        see: `${conferencePath()}/session-board`,
        body: {
          groupId: await aNewGroup(),
          sessionId: programme().session.id,
          pupils: 2,
          adults: 1,
          insteadOf: null,
        },
      }),
      fields: {
        groupId: 'choice',
        sessionId: 'choice',
        pupils: 'number?',
        adults: 'count?',
        insteadOf: 'choice?',
      },
    },
    'POST /api/conferences/{id}/session-plans': {
      arrange: (): Call => ({ path: `${conferencePath()}/session-plans`, body: { seed: 'autumn' } }),
      fields: { seed: 'text?' },
    },
    'POST /api/conferences/{id}/session-plans/publication': {
      arrange: async (): Promise<Call> => {
        const path = `${conferencePath()}/session-plans`;
        const { body } = await staff().post(path, { seed: 'autumn' });
        return { path: `${path}/publication`, body: { seed: body.seed, digest: body.digest } };
      },
      fields: { seed: 'text', digest: 'text' },
    },
  } as const;
};
