import { buffer } from 'node:stream/consumers';
import { printPoster } from './print-poster';
import { drawn, HAS_POPPLER, prepareScanner, scanned, words } from './printing.harness';

const itWithPdftotext = HAS_POPPLER ? it : it.skip;

beforeAll(prepareScanner);

describe('printPoster', () => {
  const address = 'https://lectern.example/conferences/maths-in-motion-2027';
  const poster = {
    title: 'Maths in motion',
    when: 'Tuesday 9 March 2027, 9.30am to 3pm',
    venueName: 'The Arden Building',
    venueAddress: 'St Helens Road, Ormsby Vale',
    years: 'For Years 9 and 10',
    address,
  };

  it('is one page of A4 whose code leads to the conference’s page, small letters and all', async () => {
    const { pages, file, text } = await drawn(printPoster(poster));
    expect(pages).toBe(1);
    expect(text).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/);
    if (HAS_POPPLER) expect(await scanned(file)).toEqual([address]);
  });

  itWithPdftotext('says what, when, where and for whom, however long the title is', async () => {
    const title =
      'Mathematics, statistics and the art of telling them apart in public: a day for the curious';
    const text = words(await buffer(printPoster({ ...poster, title }))).replace(/\s+/g, ' ');
    for (const word of [poster.when, poster.venueName, poster.years, 'lectern.example/conferences/maths'])
      expect(text).toContain(word);
    expect(text).toContain('Mathematics, statistics');
  });
});
