import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { PrintHead } from './print-head';

describe('the head of a printed page', () => {
  it('says what is printed and when by the time the page is taken', async () => {
    const fixture = TestBed.createComponent(PrintHead);
    await fixture.whenStable();
    TestBed.inject(Title).setTitle('Programme – Maths in motion – Lectern');
    window.dispatchEvent(new Event('beforeprint'));
    // No turn is given to anything: a browser gives none.
    expect((fixture.nativeElement as HTMLElement).textContent).toMatch(
      /Programme – Maths in motion – Lectern\. Printed \w+ \d+ \w+ \d{4}, [\d.]+[ap]m\./,
    );
  });
});
