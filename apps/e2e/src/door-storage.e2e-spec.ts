import type { PairedDevice } from '@lectern/check-in';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE, signIn, visit, type Visit } from './browser';
import { DoorServer, inBrowser } from './door-server';
import { DEMO_PASSWORD, type RunningLectern, startLectern } from './running-lectern';

const SCAN_ID = '0190d3a0-0000-7000-8000-000000000001';

/** Leaves on a phone what the first version of the app kept there: a pairing, and a scan that waits. */
const leaveFormerData = (page: Page, device: PairedDevice): Promise<void> =>
  page.evaluate(
    ({ paired, id }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('lectern-steward', 1);
        opening.onerror = failed;
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('phone');
          opening.result.createObjectStore('scans');
        };
        opening.onsuccess = () => {
          const change = opening.result.transaction(['phone', 'scans'], 'readwrite');
          change.objectStore('phone').put({ ...paired, stewardName: 'Former Sam' }, 'device');
          const checkpointId = paired.checkpoints[0]?.id;
          const scannedAt = new Date().toISOString();
          const scan = { id, checkpointId, code: '0000-0011', direction: 'in', scannedAt };
          change.objectStore('scans').put({ scan, refusedHere: false }, id);
          change.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    { paired: device, id: SCAN_ID },
  );

/** What lies in each store, by the names of its fields alone. */
const fieldsKept = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const opening = indexedDB.open('lectern-steward');
        opening.onsuccess = () => {
          const names = Array.from(opening.result.objectStoreNames);
          const change = opening.result.transaction(names);
          const found: string[] = [];
          for (const name of names) {
            const all = change.objectStore(name).getAll();
            all.onsuccess = () => {
              for (const value of all.result as object[]) {
                const isKey = value instanceof CryptoKey;
                found.push(
                  `${name}: ${isKey ? `key, extractable ${value.extractable}` : Object.keys(value).join()}`,
                );
              }
            };
          }
          change.oncomplete = () => {
            opening.result.close();
            done([...new Set(found)].sort());
          };
        };
      }),
  );

describe('what a phone keeps', () => {
  const cleanUp: (() => Promise<void>)[] = [];
  let lectern: RunningLectern;
  let browser: Browser;
  let staff: Visit;

  beforeAll(async () => {
    lectern = await startLectern();
    cleanUp.push(() => lectern.stop());
    browser = await openBrowser();
    cleanUp.push(() => browser.close());
    staff = await visit(browser);
    await signIn(staff.page, lectern.url, 'staff@lectern.example', DEMO_PASSWORD);
  });

  afterAll(async () => {
    for (const undo of cleanUp.reverse()) await undo();
  });

  it('acceptance 37: is carried over from the former version, lies sealed, and goes when staff withdraw the phone', async () => {
    const server = await DoorServer.watch(inBrowser(lectern.url, staff.context));
    const link = await server.pairingLink('steward');
    const pairingCode = new URLSearchParams(link.split('?')[1]).get('code');
    const paired = await staff.context.request.post(`${lectern.url}/api/check-in/devices`, {
      data: { pairingCode, name: 'Sam' },
    });
    const device = (await paired.json()) as PairedDevice;
    const { page, complaints } = await visit(browser, { viewport: PHONE });
    await page.goto(`${lectern.url}/health/ready`);
    await leaveFormerData(page, device);

    const sending = page.waitForRequest((request) => request.url().endsWith('/api/check-in/scans'));
    await page.goto(`${lectern.url}/steward/`);
    expect((await sending).postData()).toContain(SCAN_ID);
    await page.locator('.tool', { hasText: 'More' }).click();
    await page.getByText('Former Sam').waitFor();
    await page.getByText(/Ready to work offline/).waitFor({ timeout: 30_000 });
    expect(await fieldsKept(page)).toEqual([
      'admissions: iv,data',
      'keys: key, extractable false',
      'records: iv,data',
      'roster: iv,data',
      'singles: iv,data',
    ]);

    const revoked = await staff.context.request.post(
      `${lectern.url}/api/devices/${device.deviceId}/revocation`,
    );
    expect(revoked.ok()).toBe(true);
    await page.reload();
    await page.getByText('This phone’s pairing has ended').waitFor();
    expect(await fieldsKept(page)).toEqual(['keys: key, extractable false']);
    expect(complaints).toEqual([]);
  });
});
