import { Sightings } from './sightings';

describe('codes in view', () => {
  it('a badge held still is taken once, however long it stays', () => {
    const sightings = new Sightings();
    const taken = Array.from({ length: 100 }, (_, i) => sightings.take('amira', i * 100, true)).filter(
      Boolean,
    );
    expect(taken).toHaveLength(1);
  });

  it('is taken again after it was out of view', () => {
    const sightings = new Sightings();
    expect(sightings.take('amira', 0, true)).toBe(true);
    expect(sightings.take('amira', 2_000, true)).toBe(false);
    expect(sightings.take('amira', 5_000, true)).toBe(true);
  });

  it('another badge is taken at once', () => {
    const sightings = new Sightings();
    sightings.take('amira', 0, true);
    expect(sightings.take('ben', 100, true)).toBe(true);
  });

  it('a badge that comes while a verdict is read is taken as soon as the door is ready', () => {
    const sightings = new Sightings();
    sightings.take('amira', 0, true);
    expect(sightings.take('ben', 500, false)).toBe(false);
    expect(sightings.take('ben', 1_300, true)).toBe(true);
  });
});
