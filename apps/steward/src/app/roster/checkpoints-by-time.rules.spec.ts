import type { Checkpoint } from '@lectern/check-in';
import { checkpointsByTime } from './checkpoints-by-time.rules';

const door = (name: string): Checkpoint => ({
  id: name,
  name,
  admits: 'once',
  isMainDoor: true,
  opensAt: null,
  closesAt: null,
  session: null,
});
const session = (name: string, from: string, until: string): Checkpoint => ({
  ...door(name),
  isMainDoor: false,
  opensAt: `2027-03-09T${from}:00Z`,
  closesAt: `2027-03-09T${until}:00Z`,
  session: { sessionId: name, slotId: from, title: name, room: null, pupilPlaces: null, isPlaced: true },
});

describe('checkpoints in the order in which a steward looks for them', () => {
  const all = [
    door('Main door'),
    session('Bridges', '09:40', '11:00'),
    session('Robots', '11:10', '12:00'),
    session('Codes', '11:10', '12:00'),
    session('Waves', '13:10', '14:00'),
  ];
  const at = (time: string) =>
    checkpointsByTime(all, new Date(`2027-03-09T${time}:00Z`)).map(
      ({ title, checkpoints }) => `${title}: ${checkpoints.map(({ name }) => name).join(', ')}`,
    );

  it('what is on now, what is next, the doors, then the rest of the day', () => {
    expect(at('10:00')).toEqual([
      'Sessions now: Bridges',
      'Sessions next: Codes, Robots',
      'Doors: Main door',
      'Sessions later: Waves',
    ]);
  });

  it('what is over goes to the end', () => {
    expect(at('12:30')).toEqual([
      'Sessions next: Waves',
      'Doors: Main door',
      'Sessions that are over: Bridges, Codes, Robots',
    ]);
  });
});
