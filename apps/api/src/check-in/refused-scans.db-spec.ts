import type { RefusedScan } from '@lectern/check-in';
import { newId, type Page } from '@lectern/core';
import { type Caller, testApp, type TestApp } from '../app.harness';
import { aDay, called, type TestDay } from './desk.harness';

describe('what the doors turned away', () => {
  let test: TestApp;
  let staff: Caller;
  let day: TestDay;

  beforeAll(async () => {
    test = await testApp();
    staff = await test.as('staff');
    await test.addSchools(['922001']);
  });

  beforeEach(async () => {
    test.clock.set('2027-01-12T09:00:00.000Z');
    day = await aDay(test, staff);
  });

  afterAll(() => test.close());

  const page = async (query = ''): Promise<Page<RefusedScan>> => {
    const { status, body } = await staff.get<Page<RefusedScan>>(`${day.path}/refused-scans${query}`);
    expect(status).toBe(200);
    return body;
  };

  it('is told newest first, in words, with the device, the checkpoint and the person where one is known', async () => {
    const { group, tickets } = await day.comes('922001', called('Wren Oakley'));
    await day.scan(tickets[0]!.id);
    await staff.post(`/groups/${group.id}/cancellation`, {});
    test.clock.advance(60_000);
    const cancelled = await day.scan(tickets[0]!.id);
    test.clock.advance(60_000);
    const unknown = await day.scan(newId(), { ticketId: undefined, code: 'HELLO' });
    expect(await page()).toEqual({
      items: [
        {
          id: unknown.id,
          at: '2027-01-12T09:02:00.000Z',
          checkpoint: 'Main door',
          device: 'Sam, North door',
          message: 'Not a ticket we know',
          displayName: null,
          school: null,
        },
        {
          id: cancelled.id,
          at: '2027-01-12T09:01:00.000Z',
          checkpoint: 'Main door',
          device: 'Sam, North door',
          message: 'This place was cancelled',
          displayName: 'Wren Oakley',
          school: 'School 922001',
        },
      ],
      nextCursor: null,
    });
  });

  it('comes page by page, each scan once, several of one instant too', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      ids.push((await day.scan(newId())).id);
      if (n % 2 === 1) test.clock.advance(1_000);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, nextCursor }: Page<RefusedScan> = await page(`?limit=2&cursor=${cursor}`);
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toHaveLength(5);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it('is not there for a conference that is not', async () => {
    expect((await staff.get(`/conferences/${newId()}/refused-scans`)).status).toBe(404);
  });
});
