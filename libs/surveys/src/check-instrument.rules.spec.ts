import { checkInstrument, itemsAsked } from './check-instrument.rules';
import type { ChoiceItem, InstrumentContent } from './instrument.contract';
import { AGREEMENT, OUR_INSTRUMENT } from './our-instrument.data';

const item = (change: Partial<ChoiceItem> = {}): ChoiceItem => ({
  kind: 'choice',
  id: 'one',
  prompt: 'Is it?',
  waves: ['before', 'after'],
  options: AGREEMENT,
  ...change,
});
const content = (change: Partial<InstrumentContent> = {}): InstrumentContent => ({
  title: 'A few questions',
  introduction: null,
  items: [item()],
  scales: [],
  ...change,
});
const codes = (wrong: InstrumentContent) =>
  checkInstrument(wrong).map(({ field, code }) => `${field} ${code}`);

describe('an instrument', () => {
  it('that Lectern brings along is in order, marked as not validated, and has no reversed question', () => {
    expect(checkInstrument(OUR_INSTRUMENT)).toEqual([]);
    expect(OUR_INSTRUMENT.validated).toBe(false);
    for (const one of OUR_INSTRUMENT.items) {
      const values = one.kind === 'choice' ? one.options.map(({ value }) => value) : [];
      expect(values).toEqual([...values].sort((a, b) => a - b));
    }
  });

  it.each([
    [content({ items: [] }), ['items number-of-items']],
    [content({ items: [item({ id: 'Not An Id' })] }), ['items[0].id not-an-id']],
    [content({ items: [item(), item()] }), ['items id-repeated']],
    [content({ items: [item({ prompt: ' ' })] }), ['items[0].prompt missing']],
    [content({ items: [item({ waves: [] })] }), ['items[0].waves missing']],
    [content({ items: [item({ options: AGREEMENT.slice(0, 1) })] }), ['items[0].options number-of-options']],
    [
      content({ items: [item({ options: [...AGREEMENT, { value: 5, label: 'More' }] })] }),
      ['items[0].options value-repeated'],
    ],
    [
      content({ items: [item({ options: [...AGREEMENT, { value: 6, label: 'agree ' }] })] }),
      ['items[0].options label-repeated'],
    ],
    [
      content({ items: [item({ options: [...AGREEMENT, { value: 1.5, label: 'Half' }] })] }),
      ['items[0].options not-a-value'],
    ],
    [
      content({ items: [item({ options: [...AGREEMENT, { value: 9, label: 'Prefer not to say' }] })] }),
      ['items[0].options offered-always'],
    ],
    [content({ scales: [{ id: 's', title: 'S', itemIds: [] }] }), ['scales[0].itemIds missing']],
    [content({ scales: [{ id: 's', title: 'S', itemIds: ['two'] }] }), ['scales[0].itemIds unknown']],
    [
      content({ items: [item({ waves: ['after'] })], scales: [{ id: 's', title: 'S', itemIds: ['one'] }] }),
      ['scales[0].itemIds not-scored'],
    ],
    [
      content({
        items: [item(), item({ id: 'two', options: AGREEMENT.slice(0, 4) })],
        scales: [{ id: 's', title: 'S', itemIds: ['one', 'two'] }],
      }),
      ['scales[0].itemIds coded-differently'],
    ],
    [
      content({
        scales: [
          { id: 's', title: 'S', itemIds: ['one'] },
          { id: 't', title: 'T', itemIds: ['one'] },
        ],
      }),
      ['scales item-twice'],
    ],
  ])('%# that is wrong says where', (wrong, expected) => {
    expect(codes(wrong)).toEqual(expected);
  });
});

describe('what is asked', () => {
  it('is whole scales in the order of the instrument, and the questions of no scale', () => {
    const ids = itemsAsked(OUR_INSTRUMENT, ['university']).map(({ id }) => id);
    expect(ids).toEqual([
      'see-myself',
      'know-what-to-do',
      'know-whom-to-ask',
      'choose-a-level',
      'changed-mind',
    ]);
    expect(itemsAsked(OUR_INSTRUMENT, ['university', 'maths'])).toEqual(OUR_INSTRUMENT.items);
  });
});
