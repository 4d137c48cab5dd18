import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { PackFile } from '@lectern/conferences';
import { AskFirst } from '../platform/ask-first';
import { aConference } from './conference.builder';
import { ConferenceGroupsApi } from './conference-groups-api';
import { ConferenceInView } from './conference-in-view';
import { VisitPackApi } from './visit-pack-api';
import { VisitPackTab } from './visit-pack-tab';

const version = (n: number) => ({
  id: `v${n}`,
  version: n,
  packVersion: n,
  fileName: 'day.pdf',
  contentType: 'application/pdf',
  size: 1_240_000,
  uploadedAt: '2027-01-12T09:00:00.000Z',
});
const FILE: PackFile = {
  id: 'f1',
  kind: 'agenda',
  title: 'The day',
  isPublic: false,
  current: version(2),
  earlier: [version(1)],
};

describe('the visit pack, for staff', () => {
  const api = { see: jest.fn(), add: jest.fn(), replace: jest.fn(), change: jest.fn(), withdraw: jest.fn() };
  const packStates = jest.fn();
  const ask = jest.fn();
  const isOver = signal(false);

  beforeEach(() => {
    [...Object.values(api), packStates, ask].forEach((call) => call.mockReset());
    isOver.set(false);
    api.see.mockResolvedValue({ conferenceId: 'c1', version: 2, changedAt: null, files: [FILE] });
    packStates.mockResolvedValue({
      items: [
        { groupId: 'g1', school: { urn: '900001', name: 'Harrowmere' }, acknowledgement: null, isDue: true },
        {
          groupId: 'g2',
          school: { urn: '900002', name: 'Skelbrook' },
          acknowledgement: { version: 2, by: 'Pat Lowe', at: '2027-01-13T09:00:00.000Z' },
          isDue: false,
        },
      ],
    });
  });

  const open = async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: VisitPackApi, useValue: api },
        { provide: ConferenceGroupsApi, useValue: { packStates } },
        { provide: AskFirst, useValue: { ask } },
        { provide: ConferenceInView, useValue: { conference: signal(aConference()), isOver } },
      ],
    });
    const fixture = TestBed.createComponent(VisitPackTab);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (words: string): Promise<void> => {
      [...page.querySelectorAll('button')].find((button) => button.textContent.includes(words))!.click();
      await fixture.whenStable();
    };
    return { fixture, page, press, text: () => page.textContent.replace(/\s+/g, ' ') };
  };
  const choose = (box: HTMLInputElement): File => {
    const file = new File(['%PDF-'], 'new.pdf');
    Object.defineProperty(box, 'files', { value: [file], configurable: true });
    // jsdom lets no script name a file, so clearing the box is all that can be set.
    return file;
  };

  it('shows each file with its versions, and who has read the pack', async () => {
    const { text, page } = await open();
    expect(text()).toContain('Agenda and aims. PDF, 1.2 MB, version 2 of 12 Jan 2027');
    expect(page.querySelector('a[href="/api/visit-pack-files/v1"]')?.textContent).toContain('Version 1');
    expect(text()).toContain('1 of 2 have not read version 2 yet.');
    expect(text()).toContain('Version 2, by Pat Lowe, Wednesday 13 January 2027, 9am');
  });

  it('adds a file with what is said of it', async () => {
    api.add.mockResolvedValue({ ...FILE, title: 'Risk assessment' });
    const { fixture, page, press, text } = await open();
    await press('Add to the visit pack');
    expect(api.add).not.toHaveBeenCalled();
    expect(text()).toContain('Choose a file.');
    const file = choose(page.querySelector<HTMLInputElement>('#file')!);
    await press('Add to the visit pack');
    await fixture.whenStable();
    expect(api.add).toHaveBeenCalledWith(aConference().id, { kind: 'risk-assessment' }, file);
    expect(text()).toContain('Risk assessment is in the visit pack.');
  });

  it('gives a file a new version, and says that schools are asked again', async () => {
    api.replace.mockResolvedValue({ ...FILE, current: version(3) });
    const { fixture, page, text } = await open();
    const box = page.querySelector<HTMLInputElement>('.file input[type=file]')!;
    const file = choose(box);
    box.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(api.replace).toHaveBeenCalledWith('f1', file);
    expect(text()).toContain('The day is now version 3. Schools are asked to read it again.');
  });

  it('shows an agenda to everybody when asked to', async () => {
    api.change.mockResolvedValue({ ...FILE, isPublic: true });
    const { press } = await open();
    await press('Show to everybody');
    expect(api.change).toHaveBeenCalledWith('f1', { isPublic: true });
  });

  it('takes a file out only after asking', async () => {
    ask.mockResolvedValue(false);
    const { press } = await open();
    await press('Take out');
    expect(api.withdraw).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    api.withdraw.mockResolvedValue(FILE);
    await press('Take out');
    expect(api.withdraw).toHaveBeenCalledWith('f1');
  });

  it('can only be read when the conference is over', async () => {
    isOver.set(true);
    const { page } = await open();
    expect(page.querySelectorAll('button')).toHaveLength(0);
    expect(page.querySelector('a[href="/api/visit-pack-files/v2"]')).not.toBeNull();
  });
});
