import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { ConferenceGroupsApi } from '../conferences/conference-groups-api';
import { aGroup } from '../conferences/group.builder';
import { Refusal } from '../platform/refusal';
import { DeskApi } from './desk-api';
import { WalkInDialog } from './walk-in-dialog';

describe('the form for somebody who is on no list', () => {
  const shown = async () => {
    const walkIn = jest.fn((_conference: string, request: { overPlaces?: boolean }) =>
      Promise.resolve({ person: {}, ticketId: 't1', overPlaces: request.overPlaces ?? false }),
    );
    const school = aGroup().school;
    const groups = [
      aGroup({ id: 'g1', school: { ...school, name: 'Zeal High' }, status: 'confirmed' }),
      aGroup({ id: 'g2', school: { ...school, name: 'Alder Academy' }, status: 'confirmed' }),
      aGroup({ id: 'g3', school: { ...school, name: 'Left Behind School' }, status: 'cancelled' }),
    ];
    TestBed.configureTestingModule({
      providers: [
        { provide: MAT_DIALOG_DATA, useValue: 'c1' },
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: DeskApi, useValue: { walkIn } },
        { provide: ConferenceGroupsApi, useValue: { all: () => Promise.resolve(groups) } },
      ],
    });
    const fixture = TestBed.createComponent(WalkInDialog);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const put = async (box: string, value: string): Promise<void> => {
      const element = page.querySelector<HTMLInputElement | HTMLSelectElement>(box)!;
      element.value = value;
      element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input'));
      await fixture.whenStable();
    };
    const send = async (): Promise<void> => {
      page.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    };
    const button = () => page.querySelector('button[type=submit]')!.textContent.trim();
    const fill = async (): Promise<void> => {
      await put('select', 'g1');
      await put('[formControlName=givenName]', ' Wren ');
      await put('[formControlName=familyName]', 'Oakley');
      await put('[formControlName=yearGroup]', '9');
      await put('[formControlName=reason]', 'On the coach');
    };
    return { page, walkIn, put, send, fill, button };
  };
  const full = new Refusal(409, 'no-places-left', 'The school has 30 places and 30 pupils named.');

  it('offers the schools that have places, in their order', async () => {
    const { page } = await shown();
    const words = [...page.querySelectorAll('option')].map((option) => option.textContent.trim());
    expect(words.map((text) => text.split(' (')[0])).toEqual([
      'Choose the school',
      'Alder Academy',
      'Zeal High',
    ]);
  });

  it('sends nothing while something is missing, and says what', async () => {
    const { page, walkIn, send } = await shown();
    await send();
    expect(walkIn).not.toHaveBeenCalled();
    expect(page.querySelectorAll('.field--wrong')).toHaveLength(5);
  });

  it('puts them on the list and leads to their badge', async () => {
    const { page, walkIn, fill, send } = await shown();
    await fill();
    await send();
    expect(walkIn).toHaveBeenCalledWith('c1', {
      groupId: 'g1',
      kind: 'pupil',
      givenName: 'Wren',
      familyName: 'Oakley',
      yearGroup: 9,
      reason: 'On the coach',
    });
    expect(page.textContent).toContain('Wren Oakley is on the list');
    expect(page.querySelector('a')?.getAttribute('href')).toBe(
      '/api/conferences/c1/tickets.pdf?layout=badges&ticketId=t1',
    );
  });

  it('goes over the places only when that was said first, and only at the school that it was said of', async () => {
    const { page, walkIn, fill, send, button, put } = await shown();
    await fill();
    walkIn.mockRejectedValueOnce(full);
    await send();
    expect(page.textContent).toContain('The school has 30 places');
    expect(button()).toBe('Put them on the list over the places');
    await put('select', 'g2');
    expect(button()).toBe('Put them on the list');
    walkIn.mockRejectedValueOnce(full);
    await send();
    await send();
    expect(walkIn.mock.calls.map(([, { overPlaces }]) => overPlaces)).toEqual([undefined, undefined, true]);
    expect(page.textContent).toContain('over the number of places');
  });
});
