import type { Clock } from '@lectern/core';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { Jobs } from '../../platform/jobs';
import { CLOCK } from '../../platform/tokens';
import { OpenDoorLessonsRepository } from './open-door-lessons.repository';
import { OpenDoorPost } from './open-door-post';
import { OpenDoorVisitsRepository } from './open-door-visits.repository';

const AHEAD = 24 * 3_600_000;
const HOUR = 3600;

export const OPEN_DOOR_REMINDER = 'open-doors.reminder';

/** Reminds hosts and visitors, once for each lesson, in the day before it. */
@Injectable()
export class OpenDoorReminder implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly lessons: OpenDoorLessonsRepository,
    private readonly visits: OpenDoorVisitsRepository,
    private readonly post: OpenDoorPost,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: OPEN_DOOR_REMINDER, everySeconds: HOUR, run: () => this.remind() });
  }

  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.lessons.unreminded(now, new Date(now.getTime() + AHEAD))) await this.one(id);
  }

  private async one(id: string): Promise<void> {
    await this.database.transaction(async () => {
      // The mark decides: of two processes that remind at once, one finds nothing left to mark.
      if (!(await this.lessons.markReminded(id, this.clock.now()))) return;
      const lesson = await this.lessons.find(id);
      const coming = (await this.visits.ofLesson(id)).filter(({ status }) => status === 'confirmed');
      if (!lesson || coming.length === 0) return;
      await this.post.remind(lesson, coming);
      await this.audit.record({
        action: 'open-door.reminded',
        objectKind: 'open-door-lesson',
        objectId: id,
        details: { visits: coming.length },
      });
    });
  }
}
