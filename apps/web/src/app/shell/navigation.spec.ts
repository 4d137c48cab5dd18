import type { Account, Role } from '@lectern/identity';
import { navigationFor } from './navigation';

const someone = (...roles: Role[]): Account => ({ id: 'a', name: 'A. Person', email: 'a@b.example', roles });
const words = (account: Account | null) => navigationFor(account).map((link) => link.words);

describe('the main navigation', () => {
  it('is what each role works with', () => {
    expect(words(null)).toEqual(['Conferences', 'Challenging topics']);
    expect(words(someone('staff'))).toEqual([
      'Home',
      'Conferences',
      'Challenging topics',
      'People',
      'Mail',
      'Audit trail',
    ]);
    expect(words(someone('admin'))).toEqual([
      'Home',
      'Conferences',
      'Challenging topics',
      'People',
      'Mail',
      'Audit trail',
    ]);
    expect(words(someone('coordinator'))).toEqual([
      'Home',
      'Find a conference',
      'My groups',
      'Challenging topics',
      'My CPD',
      'Our school',
    ]);
    expect(words(someone('mentor'))).toEqual(['Home', 'Mentor desk', 'Challenging topics', 'Resources']);
    expect(words(someone('teacher'))).toEqual([
      'Home',
      'Challenging topics',
      'My CPD',
      'Open doors',
      'Resources',
    ]);
    expect(words(someone('trainee'))).toEqual([
      'Home',
      'Challenging topics',
      'My offers',
      'My evidence',
      'Resources',
    ]);
  });

  it('is that of staff for somebody who is a coordinator too', () => {
    expect(words(someone('coordinator', 'staff'))).toContain('People');
  });
});
