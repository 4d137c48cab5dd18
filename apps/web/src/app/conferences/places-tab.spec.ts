import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { AllocationBoard, AllocationOutcome, AllocationTrial } from '@lectern/registrations';
import { Refusal } from '../platform/refusal';
import { AskFirst } from '../platform/ask-first';
import { AllocationApi } from './allocation-api';
import { aConference } from './conference.builder';
import { ConferenceInView } from './conference-in-view';
import { PlacesTab } from './places-tab';

const school = { urn: '900001', name: 'Harrowmere High School', town: 'Ormsby Vale' };

const aBoard = (change: Partial<AllocationBoard> = {}): AllocationBoard => ({
  rules: {
    allocation: 'fair',
    offerHours: 48,
    method: 'weights',
    criteria: [{ kind: 'first-visit', weight: 30 }],
    words: [],
    allocatedAt: null,
  },
  placesToShare: 60,
  schoolCap: 20,
  isDue: true,
  schools: [
    {
      groupId: 'a',
      school,
      pupilsWanted: 20,
      pupilsMinimum: 20,
      registeredAt: '2027-01-11T09:00:00.000Z',
      projectSchool: false,
      priorityMeasure: false,
      firstVisit: true,
      distanceKm: null,
    },
  ],
  published: null,
  ...change,
});

const outcome: AllocationOutcome = {
  groupId: 'a',
  school,
  rank: 1,
  points: 30,
  pupilsWanted: 20,
  pupilsMinimum: 20,
  places: 20,
  reason: 'First visit (30 of 30): 30 points, 1st of 1. All 20 places that the group wants.',
};
const aTrial: AllocationTrial = {
  seed: 'the-seed',
  fingerprint: '0123abcd',
  placesToShare: 60,
  placesGiven: 20,
  items: [outcome],
};

describe('the places of a conference', () => {
  const api = {
    board: jest.fn(),
    tryOut: jest.fn(),
    publish: jest.fn(),
    changeRules: jest.fn(),
    changeFacts: jest.fn(),
  };
  const ask = jest.fn();
  const reload = jest.fn();
  let fixture: ComponentFixture<PlacesTab>;

  beforeEach(() => {
    for (const mock of [...Object.values(api), ask, reload]) mock.mockReset();
    const view = { conference: signal(aConference({ allocation: 'fair' })), summary: { reload } };
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: AllocationApi, useValue: api },
        { provide: AskFirst, useValue: { ask } },
        { provide: ConferenceInView, useValue: view },
      ],
    });
  });

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const text = (): string => page().textContent.replace(/\s+/g, ' ');
  const open = async (change: Partial<AllocationBoard> = {}): Promise<string> => {
    api.board.mockResolvedValue(aBoard(change));
    fixture = TestBed.createComponent(PlacesTab);
    await fixture.whenStable();
    return text();
  };
  const press = async (words: string): Promise<void> => {
    const loader = TestbedHarnessEnvironment.loader(fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text: words }))).click();
    await fixture.whenStable();
  };

  it('are tried out with what is typed, and shown school by school with the reason and the seed', async () => {
    expect(await open()).toContain(
      'One school has registered, 60 places are to be shared out, 20 at most to one school.',
    );
    api.tryOut.mockResolvedValue(aTrial);
    await press('Try it out');
    expect(api.tryOut).toHaveBeenCalledWith(aConference().id, {
      method: 'weights',
      criteria: [{ kind: 'first-visit', weight: 30 }],
    });
    expect(text()).toContain(
      '20 places of 60 to 1 school; 0 schools on the waiting list. Nothing is stored yet.',
    );
    expect(text()).toContain(outcome.reason);
    expect(text()).toContain('the-seed');
  });

  it('are published as they were seen, after one more question', async () => {
    await open();
    api.tryOut.mockResolvedValue(aTrial);
    await press('Try it out');
    ask.mockResolvedValue(false);
    await press('Publish these places…');
    expect(api.publish).not.toHaveBeenCalled();
    ask.mockResolvedValue(true);
    api.publish.mockResolvedValue(
      aBoard({ isDue: false, published: { at: '2027-02-21T09:00:00Z', seed: 'the-seed', items: [outcome] } }),
    );
    await press('Publish these places…');
    expect(api.publish).toHaveBeenCalledWith(aConference().id, {
      method: 'weights',
      criteria: [{ kind: 'first-visit', weight: 30 }],
      fingerprint: '0123abcd',
    });
    expect(text()).toContain('Who has places, and why');
    expect(text()).toContain('The places are shared out, and the letters are on their way.');
    expect(text()).not.toContain('Try it out');
  });

  it('cannot be published while registration is open', async () => {
    await open({ isDue: false });
    api.tryOut.mockResolvedValue(aTrial);
    await press('Try it out');
    expect(text()).toContain('Publish the result once registration is closed.');
    expect(text()).not.toContain('Publish these places');
  });

  it('say beside its box what is wrong with a criterion', async () => {
    await open();
    const message = 'A criterion gives 100 points at most.';
    api.tryOut.mockRejectedValue(
      new Refusal(400, 'validation-failed', message, [{ field: 'criteria[0].weight', code: 'max', message }]),
    );
    await press('Try it out');
    expect(page().querySelector('.field--wrong')?.textContent).toContain(message);
  });

  it('take what staff tick about a school, and drop a trial that no longer holds', async () => {
    await open();
    api.tryOut.mockResolvedValue(aTrial);
    await press('Try it out');
    api.changeFacts.mockResolvedValue({});
    page()
      .querySelector<HTMLInputElement>('input[aria-label="Harrowmere High School is a project school"]')!
      .click();
    await fixture.whenStable();
    expect(api.changeFacts).toHaveBeenCalledWith({
      urn: '900001',
      projectSchool: true,
      priorityMeasure: false,
    });
    expect(text()).not.toContain('What this would give');
  });

  it('of a first-come conference show only how long an offer stands', async () => {
    const words = await open({ rules: { ...aBoard().rules, allocation: 'first-come' }, isDue: false });
    expect(words).toContain('Hours that an offer stands');
    expect(words).not.toContain('Try it out');
  });
});
