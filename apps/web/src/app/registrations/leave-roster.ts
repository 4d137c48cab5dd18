import type { CanDeactivateFn } from '@angular/router';
import type { RosterPage } from './roster-page';

/** Asks before a list that is not saved is left behind. */
export const leaveRoster: CanDeactivateFn<RosterPage> = (page) => page.mayLeave();
