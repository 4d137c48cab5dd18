import { withHead } from './page-heads';

const PAGE =
  '<!doctype html><html><head><meta charset="utf-8" /><title>Lectern</title>' +
  '<meta name="description" content="Student conferences." /></head><body></body></html>';

const head = (text: string) =>
  withHead(PAGE, { title: text, description: text, url: 'https://lectern.example/x', data: { name: text } });

describe('the head of a served page', () => {
  it('has the title and description of its conference, once each', () => {
    const page = head('Maths in motion');
    expect(page.match(/<title>/g)).toHaveLength(1);
    expect(page).toContain('<title>Maths in motion – Lectern</title>');
    expect(page.match(/name="description"/g)).toHaveLength(1);
    expect(page).toContain('<meta property="og:title" content="Maths in motion" />');
  });

  it.each([
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'$& $1 <!--",
    'a\u2028b',
  ])('lets nothing out of its place: %j', (text) => {
    const page = head(text);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('<img');
    const data =
      /<script type="application\/ld\+json" id="event-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(data).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(data)).toEqual({ name: text });
  });
});
