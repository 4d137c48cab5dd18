import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import type { School, SchoolPage } from '@lectern/schools';
import { SchoolPicker } from './school-picker';
import { SchoolsApi } from './schools-api';

@Component({
  imports: [ReactiveFormsModule, SchoolPicker],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<app-school-picker [formControl]="school" />`,
})
class Form {
  readonly school = new FormControl<School | null>(null);
}

const oswald: School = {
  urn: '100001',
  name: 'St Oswald’s High',
  town: 'Ormskirk',
  postcode: 'L39 2AT',
  status: 'open',
};
const closed: School = { ...oswald, urn: '100002', name: 'Old Oswald’s', status: 'closed' };

const shown = async (items: readonly School[]) => {
  const search = jest.fn((): Promise<SchoolPage> => Promise.resolve({ items, nextCursor: null }));
  TestBed.configureTestingModule({ providers: [{ provide: SchoolsApi, useValue: { search } }] });
  const fixture = TestBed.createComponent(Form);
  await fixture.whenStable();
  const picker = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatAutocompleteHarness);
  const type = async (text: string) => {
    jest.useFakeTimers();
    const typed = picker.enterText(text);
    await jest.runAllTimersAsync();
    await typed;
    jest.useRealTimers();
    await fixture.whenStable();
  };
  const page = fixture.nativeElement as HTMLElement;
  return { control: fixture.componentInstance.school, page, picker, search, type };
};

describe('finding a school', () => {
  it('waits for two letters, then lists what the register has', async () => {
    const { picker, search, type } = await shown([oswald]);
    await type('o');
    expect(search).not.toHaveBeenCalled();
    await type('rmskirk st');
    expect(search).toHaveBeenLastCalledWith('ormskirk st', 12);
    const [option] = await picker.getOptions();
    expect(await option?.getText()).toContain('school number 100001');
  });

  it('gives the chosen school, and none again once the text is changed', async () => {
    const { control, page, picker, type } = await shown([oswald]);
    await type('oswald');
    await picker.selectOption({ text: /St Oswald/ });
    expect(control.value).toEqual(oswald);
    expect(page.textContent).toContain('Ormskirk, L39 2AT');
    await type('x');
    expect(control.value).toBeNull();
  });

  it('does not let a closed school be chosen', async () => {
    const { picker, type } = await shown([closed]);
    await type('old');
    const [option] = await picker.getOptions();
    expect(await option?.isDisabled()).toBe(true);
  });

  it('takes a closed school for the one that stands in its place', async () => {
    const { control, picker, type } = await shown([{ ...closed, successor: oswald }]);
    await type('old');
    await picker.selectOption({ text: /closed, now St Oswald’s High/ });
    expect(control.value).toEqual(oswald);
  });

  it('says how to search on when nothing matches', async () => {
    const { page, type } = await shown([]);
    await type('zzz');
    expect(page.querySelector('[role=status]')?.textContent).toContain('No school matches “zzz”');
  });
});
