import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PackFile } from '@lectern/conferences';
import type { GroupVisitPack } from '@lectern/registrations';
import { SessionStore } from '../identity/session-store';
import { Refusal } from '../platform/refusal';
import { aGroup } from './a-group.harness';
import { GroupsApi } from './groups-api';
import { VisitPackPage } from './visit-pack-page';

const aFile = (change: Partial<PackFile> = {}): PackFile => ({
  id: 'f1',
  kind: 'risk-assessment',
  title: 'Risk assessment',
  isPublic: false,
  current: {
    id: 'v1',
    version: 1,
    packVersion: 1,
    fileName: 'risk.pdf',
    contentType: 'application/pdf',
    size: 240_000,
    uploadedAt: '2027-01-12T09:00:00.000Z',
  },
  earlier: [],
  ...change,
});

const aPack = (change: Partial<GroupVisitPack> = {}): GroupVisitPack => ({
  conferenceId: 'c1',
  version: 1,
  changedAt: '2027-01-12T09:00:00.000Z',
  files: [aFile()],
  acknowledgement: null,
  isDue: true,
  ...change,
});

describe('the visit pack of a group', () => {
  const acknowledgePack = jest.fn();

  beforeEach(() => acknowledgePack.mockReset());

  const open = async (pack: GroupVisitPack) => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: SessionStore, useValue: { isStaff: signal(false) } },
        {
          provide: GroupsApi,
          useValue: {
            see: () => Promise.resolve(aGroup()),
            visitPack: () => Promise.resolve(pack),
            acknowledgePack,
          },
        },
      ],
    });
    const fixture = TestBed.createComponent(VisitPackPage);
    fixture.componentRef.setInput('id', 'g1');
    await fixture.whenStable();
    return { fixture, page: fixture.nativeElement as HTMLElement };
  };
  const words = (page: HTMLElement): string => page.textContent.replace(/\s+/g, ' ');

  it('lists what there is to read, with what a download will be', async () => {
    const { page } = await open(aPack());
    const link = page.querySelector<HTMLAnchorElement>('li a')!;
    expect([link.textContent.trim(), link.getAttribute('href')]).toEqual([
      'Risk assessment',
      '/api/visit-pack-files/v1',
    ]);
    expect(words(page)).toContain('PDF, 240 kB, version 1 of 12 Jan 2027');
  });

  it('asks for the acknowledgement of this version, and then says who gave it and when', async () => {
    const acknowledgement = { version: 1, by: 'Pat Lowe', at: '2027-01-13T09:00:00.000Z' };
    acknowledgePack.mockResolvedValue(aPack({ acknowledgement, isDue: false }));
    const { fixture, page } = await open(aPack());
    const button = page.querySelector<HTMLButtonElement>('section button')!;
    expect(button.textContent.trim()).toBe('We have read version 1');
    button.click();
    await fixture.whenStable();
    expect(acknowledgePack).toHaveBeenCalledWith('g1', 1);
    expect(words(page)).toContain('Pat Lowe said on Wednesday 13 January 2027, 9am that version 1 was read.');
    expect(page.querySelector('section button')).toBeNull();
  });

  it('marks what is new since it was read, and asks again', async () => {
    const second = aFile({ id: 'f2', kind: 'fire', title: 'Fire and evacuation' });
    const files = [aFile(), { ...second, current: { ...second.current, id: 'v2', packVersion: 2 } }];
    const acknowledgement = { version: 1, by: 'Pat Lowe', at: '2027-01-13T09:00:00.000Z' };
    const { page } = await open(aPack({ version: 2, files, acknowledgement }));
    const marked = [...page.querySelectorAll('li')].filter((row) => row.textContent.includes('New since'));
    expect(marked.map((row) => row.querySelector('a')?.textContent.trim())).toEqual(['Fire and evacuation']);
    expect(words(page)).toContain('The pack has changed since.');
  });

  it('says when the pack changed while it was read', async () => {
    acknowledgePack.mockRejectedValue(
      new Refusal(409, 'pack-changed', 'The visit pack has changed since you opened it.'),
    );
    const { fixture, page } = await open(aPack());
    page.querySelector<HTMLButtonElement>('section button')!.click();
    await fixture.whenStable();
    expect(words(page)).toContain('The visit pack has changed since you opened it.');
  });

  it('asks nothing while it is empty', async () => {
    const { page } = await open(aPack({ version: 0, files: [], isDue: false }));
    expect(words(page)).toContain('There is nothing in the visit pack yet');
    expect(page.querySelector('section button')).toBeNull();
  });
});
