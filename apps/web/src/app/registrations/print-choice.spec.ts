import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { TicketLayout } from '@lectern/registrations';
import { PrintChoice } from './print-choice';
import { LAYOUT_WORDS } from './print-choice.rules';

describe('what to print tickets on', () => {
  let fixture: ComponentFixture<PrintChoice>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    fixture = TestBed.createComponent(PrintChoice);
    fixture.componentRef.setInput('address', '/api/groups/g1/tickets.pdf');
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  });

  const button = (): HTMLAnchorElement => page.querySelector('a[download]')!;
  const asked = (): string => button().getAttribute('href')!;
  const text = (): string => page.textContent.replace(/\s+/g, ' ');

  const choose = async (layout: TicketLayout): Promise<void> => {
    const { name } = LAYOUT_WORDS[layout];
    const labels = [...page.querySelectorAll('label')];
    labels.find((label) => label.querySelector('strong')?.textContent === name)!.click();
    await fixture.whenStable();
  };
  const fill = async (label: string, value: string): Promise<void> => {
    const found = [...page.querySelectorAll('label')].find((one) => one.textContent.trim() === label)!;
    const box = page.querySelector<HTMLInputElement | HTMLSelectElement>(`[id="${found.htmlFor}"]`)!;
    box.value = value;
    box.dispatchEvent(new Event(box.tagName === 'SELECT' ? 'change' : 'input'));
    await fixture.whenStable();
  };
  /** Presses the button; whether the download goes ahead. */
  const press = async (): Promise<boolean> => {
    let goes = true;
    const decided = (click: Event) => {
      goes = !click.defaultPrevented;
      // What the page decided is what counts: nothing is fetched here.
      click.preventDefault();
    };
    page.addEventListener('click', decided, { once: true });
    button().click();
    await fixture.whenStable();
    return goes;
  };

  it('offers badges at once, and says how to print each layout', async () => {
    expect(asked()).toBe('/api/groups/g1/tickets.pdf?layout=badges');
    expect(button().textContent).toContain('Badges PDF');
    for (const [layout, words] of [
      ['badges', 'choose four to a sheet'],
      ['badges-a4', 'along the marks'],
      ['labels', 'not “fit to page”'],
      ['list', 'keep it with you'],
    ] as const) {
      await choose(layout);
      expect(text()).toContain(words);
      expect(asked()).toBe(
        layout === 'labels'
          ? '/api/groups/g1/tickets.pdf?layout=labels&sheet=L7160&from=1'
          : `/api/groups/g1/tickets.pdf?layout=${layout}`,
      );
    }
  });

  it('begins a half-used sheet where it is still whole, and shows where that is', async () => {
    await choose('labels');
    await fill('Start at label', '5');
    expect(asked()).toContain('from=5');
    expect(text()).toContain('Printing begins in row 2, with label 2 of that row.');
    expect(page.querySelectorAll('app-sheet-picture rect.gone')).toHaveLength(4);
  });

  it('holds back a print that cannot be, says by how much, and goes ahead once it is mended', async () => {
    await choose('labels');
    await fill('Sheet of labels', 'custom');
    for (const [label, value] of [
      ['Label width', '70'],
      ['Label height', '42'],
      ['Columns', '3'],
      ['Rows', '7'],
      ['Left margin', '1,5'],
    ] as const)
      await fill(label, value);
    expect(page.querySelector('.wrong')).toBeNull();
    expect(await press()).toBe(false);
    expect(text()).toContain('1.5 mm wider than A4');
    expect(page.querySelector('app-sheet-picture')).toBeNull();
    await fill('Left margin', '');
    expect(page.querySelector('.wrong')).toBeNull();
    expect(await press()).toBe(true);
    expect(asked()).toContain('sheet=custom&from=1&labelWidth=70&labelHeight=42&columns=3&rows=7');
  });

  it('prints one school of a conference, or all', async () => {
    expect(text()).not.toContain('Whose');
    fixture.componentRef.setInput('schools', [
      { urn: '900001', name: 'Ash School' },
      { urn: '900002', name: 'Zeal High' },
    ]);
    await fixture.whenStable();
    expect(text()).toContain('All 2 schools');
    await fill('Whose', '900002');
    expect(asked()).toBe('/api/groups/g1/tickets.pdf?layout=badges&school=900002');
  });
});
