import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { PageFocus } from './page-focus';
import { PageHeader } from './page-header';

@Component({
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<main>
    @if (heading(); as heading) {
      <lectern-page-header [heading]="heading" backTo="/conferences" backWords="Conferences" />
    }
  </main>`,
})
class Page {
  readonly heading = signal('');
}

const shown = async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Page);
  document.body.replaceChildren(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const show = async (heading: string) => {
    fixture.componentInstance.heading.set(heading);
    await fixture.whenStable();
  };
  return { show, focus: TestBed.inject(PageFocus) };
};

describe('the head of a page', () => {
  it('names the document after the page', async () => {
    const { show } = await shown();
    await show('Maths in motion');
    expect(document.title).toBe('Maths in motion – Lectern');
  });

  it('gets the focus when one has gone to the page, even if its heading comes later', async () => {
    const { show, focus } = await shown();
    focus.leave();
    focus.arrive();
    await show('Maths in motion');
    expect(document.activeElement?.textContent).toBe('Maths in motion');
  });

  it('does not take the focus on the first page, nor when its words change', async () => {
    const { show } = await shown();
    await show('Maths in motion');
    await show('Maths in motion 2027');
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps the focus where it is when the page keeps its heading', async () => {
    const { show, focus } = await shown();
    await show('Maths in motion');
    focus.leave();
    focus.arrive();
    expect(document.activeElement).toBe(document.body);
  });
});
