import { callRoll, type Roll } from '@lectern/check-in';

/** Two schools: three here, one of them in a room and one an adult, one gone, one who never came. */
export const aRoll = (change: Partial<Roll> = {}): Roll => {
  const ticket = (ticketId: string, displayName: string, school: string) => ({
    ticketId,
    displayName,
    lookedUpBy: displayName,
    kind: ticketId === 'pat' ? ('adult' as const) : ('pupil' as const),
    schoolUrn: school,
    school,
    isExpected: true,
    isWalkIn: ticketId === 'teal',
  });
  const seen = (ticketId: string, lastAt: string, isIn: boolean, place = 'Main door') => ({
    ticketId,
    place,
    isMainDoor: place === 'Main door',
    firstAdmittedAt: '2027-03-09T09:12:00.000Z',
    inside: isIn,
    lastAt: `2027-03-09T${lastAt}:00.000Z`,
  });
  return {
    conferenceId: 'c1',
    title: 'Maths in motion',
    at: '2027-03-09T11:00:00.000Z',
    ...callRoll(
      [
        ticket('wren', 'Wren Oakley', 'Alder Academy'),
        ticket('teal', 'Teal Ashby', 'Alder Academy'),
        ticket('lucja', 'Łucja Nowak', 'Zeal High'),
        ticket('pat', 'Pat Lowe', 'Zeal High'),
        ticket('cy', 'Cy Moss', 'Zeal High'),
      ],
      [
        seen('wren', '09:12', true),
        seen('wren', '10:02', true, 'Lab 2'),
        seen('teal', '09:13', true),
        seen('pat', '09:12', true),
        seen('lucja', '10:30', false),
      ],
    ),
    ...change,
  };
};
