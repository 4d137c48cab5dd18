import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { PrintHead } from './print-head';

describe('the head of a printed page', () => {
  it('names the page and the time before the browser draws the paper', async () => {
    const fixture = TestBed.createComponent(PrintHead);
    TestBed.inject(Title).setTitle('Groups, Maths in motion');
    await fixture.whenStable();
    window.dispatchEvent(new Event('beforeprint'));
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text).toMatch(/^Groups, Maths in motion\. Printed \w+day \d{1,2} \w+ \d{4}, /);
  });
});
