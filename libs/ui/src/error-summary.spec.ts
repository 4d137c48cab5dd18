import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { FieldError } from '@lectern/core';
import { ErrorSummary } from './error-summary';
import { Box, Field, FieldSet } from './field';

@Component({
  imports: [Box, ErrorSummary, Field, FieldSet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lectern-error-summary [errors]="errors()" />
    <lectern-field name="venue.name" label="Name of the place" hint="As on the map." [errors]="errors()">
      <input lecternBox />
    </lectern-field>
    <lectern-field-set name="yearGroups" label="Year groups" [errors]="errors()">
      <input type="checkbox" aria-label="Year 7" />
    </lectern-field-set>
  `,
})
class Form {
  readonly errors = signal<readonly FieldError[]>([]);
}

const shown = async () => {
  const fixture = TestBed.createComponent(Form);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
  const refuse = async (...errors: FieldError[]) => {
    fixture.componentInstance.errors.set(errors);
    await fixture.whenStable();
  };
  return { page, refuse };
};

const place: FieldError = { field: 'venue.name', code: 'missing', message: 'Enter the name of the place.' };

beforeAll(() => {
  Element.prototype.scrollIntoView = jest.fn();
});

describe('the summary of what is wrong', () => {
  it('is not there while nothing is wrong', async () => {
    const { page } = await shown();
    expect(page.querySelector('[role=alert]')).toBeNull();
  });

  it('takes the focus each time that something is wrong', async () => {
    const { page, refuse } = await shown();
    await refuse(place);
    expect(document.activeElement).toBe(page.querySelector('[role=alert]'));
    page.querySelector('input')?.focus();
    await refuse({ ...place });
    expect(document.activeElement).toBe(page.querySelector('[role=alert]'));
  });

  it('leads from each line to the box that it is about', async () => {
    const { page, refuse } = await shown();
    await refuse(place, { field: 'yearGroups[0]', code: 'x', message: 'Year groups are 7 to 13.' });
    const [first, second] = page.querySelectorAll<HTMLAnchorElement>('[role=alert] a');
    first!.click();
    expect(document.activeElement?.id).toBe('venue-name');
    second!.click();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Year 7');
  });

  it('says what is no field’s fault without a link', async () => {
    const { page, refuse } = await shown();
    await refuse({ field: '', code: 'offline', message: 'Lectern cannot be reached.' });
    expect(page.querySelector('[role=alert] a')).toBeNull();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Lectern cannot be reached.');
  });
});

describe('a field', () => {
  it('names its box and describes it by its hint, and by what is wrong', async () => {
    const { page, refuse } = await shown();
    const box = page.querySelector<HTMLInputElement>('input.box')!;
    expect(box.labels?.[0]?.textContent).toBe('Name of the place');
    expect(box.getAttribute('aria-describedby')).toBe('venue-name-hint');
    expect(box.getAttribute('aria-invalid')).toBeNull();
    await refuse(place);
    expect(box.getAttribute('aria-describedby')).toBe('venue-name-hint venue-name-wrong');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('#venue-name-wrong')?.textContent).toBe('Error: Enter the name of the place.');
  });
});
