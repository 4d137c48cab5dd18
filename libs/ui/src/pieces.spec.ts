import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { FiveNumbers } from './five-numbers';
import { QrPicture } from './qr-picture';
import { ErrorState, LoadingState } from './states';
import { StatusMark, TONES } from './status-mark';

const show = async <T>(piece: Type<T>, inputs: Readonly<Record<string, unknown>>) => {
  const fixture = TestBed.createComponent(piece);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, page: fixture.nativeElement as HTMLElement };
};

describe('a status mark', () => {
  it('says its state in words and draws a shape of its own for each tone', async () => {
    const shapes = new Set<string | null | undefined>();
    for (const tone of TONES) {
      const { page } = await show(StatusMark, { tone, words: 'Waiting, 3rd' });
      expect(page.textContent).toBe('Waiting, 3rd');
      shapes.add(page.querySelector('path')?.getAttribute('d'));
    }
    expect(shapes.size).toBe(TONES.length);
  });
});

describe('the states of what is fetched', () => {
  it('offers another try after a failure, and a reference when there is one', async () => {
    const { fixture, page } = await show(ErrorState, { words: 'The server is away.', reference: '01J9' });
    const retried = jest.fn();
    fixture.componentInstance.retry.subscribe(retried);
    await (await TestbedHarnessEnvironment.loader(fixture).getHarness(MatButtonHarness)).click();
    expect(retried).toHaveBeenCalledTimes(1);
    expect(page.textContent).toContain('01J9');
  });

  it('offers no other try where that could not help', async () => {
    const { fixture } = await show(ErrorState, { words: 'There is no such page.', again: false });
    expect(await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(MatButtonHarness)).toHaveLength(0);
  });

  it('says that something is on its way without taking the focus', async () => {
    const { page } = await show(LoadingState, {});
    expect(page.querySelector('[role=status]')?.textContent).toContain('Fetching');
  });
});

describe('a line of numbers', () => {
  it('gives each number its name, and groups thousands', async () => {
    const { page } = await show(FiveNumbers, {
      numbers: [{ label: 'Places', value: 1200, note: '3 groups' }],
    });
    expect(page.querySelector('dt')?.textContent).toBe('Places');
    expect(page.querySelector('dd')?.textContent.replace(/\s+/g, ' ').trim()).toBe('1,200 3 groups');
  });
});

describe('a QR picture', () => {
  it('draws the code with its quiet zone of four modules, and says what it is', async () => {
    const { page, fixture } = await show(QrPicture, { text: 'HELLO', label: 'Pairing code' });
    await fixture.whenStable();
    const svg = page.querySelector('svg');
    expect(svg?.getAttribute('aria-label')).toBe('Pairing code');
    expect(svg?.getAttribute('viewBox')).toBe('0 0 29 29');
    expect(svg?.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
  });
});
