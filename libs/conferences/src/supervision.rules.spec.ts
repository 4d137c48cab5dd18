import { adviseSupervision } from './supervision.rules';

describe('adviseSupervision', () => {
  it('asks for two adults for 30 pupils at one to 15', () => {
    expect(adviseSupervision(30, 2, 15)).toEqual({ advisedAdults: 2, missingAdults: 0 });
  });

  it('asks for a third adult from the 31st pupil', () => {
    expect(adviseSupervision(31, 2, 15)).toEqual({ advisedAdults: 3, missingAdults: 1 });
  });

  it('asks for nobody when nobody comes', () => {
    expect(adviseSupervision(0, 0, 15)).toEqual({ advisedAdults: 0, missingAdults: 0 });
  });
});
