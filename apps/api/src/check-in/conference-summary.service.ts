import type { ConferenceSummary } from '@lectern/check-in';
import type { Actor } from '@lectern/identity';
import { Injectable } from '@nestjs/common';
import { ConferencesService } from '../conferences/conferences.service';
import { GroupNumbersService } from '../registrations/group-numbers.service';
import { AttendanceBoard } from './attendance-board';

/** The line of five numbers at the head of a conference's page. */
@Injectable()
export class ConferenceSummaryService {
  constructor(
    private readonly conferences: ConferencesService,
    private readonly groups: GroupNumbersService,
    private readonly board: AttendanceBoard,
  ) {}

  async of(actor: Actor, idOrSlug: string): Promise<ConferenceSummary> {
    const conference = await this.conferences.see(actor, idOrSlug);
    const [groups, attendance] = await Promise.all([
      this.groups.of(conference.id),
      this.board.now(conference.id),
    ]);
    return { conference, numbers: { places: conference.pupilPlaces, ...groups, onSite: attendance.onSite } };
  }
}
