import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { provideRouter } from '@angular/router';
import type { Programme } from '@lectern/conferences';
import { Refusal } from '../platform/refusal';
import { Sending } from '../platform/sending';
import { aConference } from './conference.builder';
import { ConferenceInView } from './conference-in-view';
import { aProgramme } from './programme.builder';
import { ProgrammeApi } from './programme-api';
import { ProgrammeTab } from './programme-tab';

describe('the programme of a conference, for staff', () => {
  const save = jest.fn();
  const remove = jest.fn();
  const publish = jest.fn();

  const shown = async (programme: Programme, isOver = false) => {
    for (const call of [save, remove, publish]) call.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: ProgrammeApi, useValue: { see: () => Promise.resolve(programme), save, remove, publish } },
        {
          provide: ConferenceInView,
          useValue: { conference: signal(aConference()), isOver: signal(isOver), sending: new Sending() },
        },
      ],
    });
    const fixture = TestBed.createComponent(ProgrammeTab);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (words: string): Promise<void> => {
      const buttons = Array.from(page.querySelectorAll('button'));
      buttons.find((button) => button.textContent.replace(/\s+/g, ' ').includes(words))!.click();
      await fixture.whenStable();
    };
    return { fixture, page, press, loader: TestbedHarnessEnvironment.documentRootLoader(fixture) };
  };
  const box = (id: string): Element => document.querySelector(`mat-dialog-container #${id}`)!;
  const typed = (id: string): HTMLInputElement => box(id) as HTMLInputElement;
  const picked = (id: string): HTMLSelectElement => box(id) as HTMLSelectElement;
  const choose = (id: string, value: string): void => {
    const select = picked(id);
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };

  it('is a grid of times and rooms, with each session where it is', async () => {
    const { page } = await shown(aProgramme());
    const cells = Array.from(page.querySelectorAll('tbody tr:first-child td.place'));
    expect(cells.map((cell) => cell.getAttribute('data-label'))).toEqual(['The Arden Theatre', 'Lab 2']);
    expect(cells[0]?.textContent).toContain('Codes and ciphers');
    expect(cells[1]?.textContent).toContain('The mathematics of dance');
  });

  it('adds a session to the time and room that was pressed', async () => {
    const { press, loader } = await shown(aProgramme());
    await press('Add a session, Lunch, Lab 2');
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getTitleText()).toBe('Add a session');
    expect([picked('slotId').value, picked('roomId').value]).toEqual(['lunch', 'room-2']);
    const title = typed('title');
    title.value = 'Eating together';
    title.dispatchEvent(new Event('input'));
    save.mockResolvedValue({});
    const add = await dialog.getHarness(MatButtonHarness.with({ text: 'Add the session' }));
    await add.click();
    expect(save).toHaveBeenCalledWith(aProgramme().conferenceId, 'sessions', null, {
      title: 'Eating together',
      summary: null,
      slotId: 'lunch',
      roomId: 'room-2',
      strandId: null,
      yearGroups: [],
      speakerIds: [],
    });
    expect(await loader.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
  });

  it('says at the room that it is taken, and by what, before anything is sent', async () => {
    const { fixture, press } = await shown(aProgramme());
    await press('The mathematics of dance');
    choose('roomId', 'room-1');
    await fixture.whenStable();
    const wrong = document.querySelector('mat-dialog-container #roomId-wrong');
    expect(wrong?.textContent).toContain(
      'The Arden Theatre is taken from 10am to 10.45am by ‘Codes and ciphers’.',
    );
    expect(save).not.toHaveBeenCalled();
  });

  it('says what the server refuses, at its field, and stays open', async () => {
    const { press, loader } = await shown(aProgramme());
    await press('Add a session, Lunch, Lab 2');
    const dialog = await loader.getHarness(MatDialogHarness);
    const title = typed('title');
    title.value = 'Eating together';
    title.dispatchEvent(new Event('input'));
    const message = 'Lab 2 is taken from 12pm to 12.45pm by ‘Sport’. Choose another room or another time.';
    const errors = [{ field: 'roomId', code: 'room-taken', message }];
    save.mockRejectedValue(new Refusal(409, 'programme-clash', message, errors));
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Add the session' }))).click();
    expect(document.querySelector('#roomId-wrong')?.textContent).toContain(message);
    await dialog.close();
  });

  it('asks once more before it removes a session', async () => {
    const { press, loader } = await shown(aProgramme());
    await press('Codes and ciphers');
    const dialog = await loader.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Remove…' }))).click();
    expect(remove).not.toHaveBeenCalled();
    remove.mockResolvedValue(undefined);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Remove it' }))).click();
    expect(remove).toHaveBeenCalledWith(aProgramme().conferenceId, 'sessions', 'codes');
  });

  it('adds a time that begins where the last one ends', async () => {
    const { press, loader } = await shown(aProgramme());
    await press('Add a time');
    const dialog = await loader.getHarness(MatDialogHarness);
    expect([typed('startsAt').value, typed('endsAt').value]).toEqual(['12:45', '13:30']);
    const name = typed('name');
    name.value = 'Session 2';
    name.dispatchEvent(new Event('input'));
    save.mockResolvedValue({});
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Add the time' }))).click();
    expect(save).toHaveBeenCalledWith(aProgramme().conferenceId, 'slots', null, {
      name: 'Session 2',
      startsAt: '2027-03-09T12:45:00Z',
      endsAt: '2027-03-09T13:30:00Z',
      grouping: 'together',
    });
  });

  it('asks for the number of people as a whole number', async () => {
    const { press, loader } = await shown(aProgramme());
    await press('Add a room');
    const dialog = await loader.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Add the room' }))).click();
    expect(await dialog.getText()).toContain('Enter how many people the room holds as a whole number');
    expect(save).not.toHaveBeenCalled();
    await dialog.close();
  });

  it('begins with the times of the day, and tells of times outside it', async () => {
    const empty = await shown(aProgramme({ slots: [], sessions: [] }));
    expect(empty.page.textContent).toContain('Begin with the times of the day');
    TestBed.resetTestingModule();
    const slots = [{ ...aProgramme().slots[0]!, endsAt: '2027-03-09T16:00:00.000Z' }];
    const { page } = await shown(aProgramme({ slots }));
    expect(page.textContent).toContain('These times of the programme are outside its day: ‘Session 1’.');
  });

  it('is published and hidden again, and only read once the conference is over', async () => {
    const { page, press } = await shown(aProgramme({ publishedAt: null }));
    publish.mockResolvedValue(aProgramme());
    await press('Publish the programme');
    expect(publish).toHaveBeenCalledWith(aProgramme().conferenceId, true);
    expect(page.textContent).toContain('Published: schools can read it');
    TestBed.resetTestingModule();
    const over = await shown(aProgramme(), true);
    expect(over.page.textContent).not.toContain('Hide it from schools');
    expect(over.page.textContent).not.toContain('Add a room');
  });
});
