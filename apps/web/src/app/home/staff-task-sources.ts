import { inject, Injectable, type Type } from '@angular/core';
import type { Conference } from '@lectern/conferences';
import { ConferenceGroupsApi } from '../conferences/conference-groups-api';
import type { DatedTask, TaskSource } from './next-task.rules';
import { needTasks } from './staff-needs.rules';
import { conferenceTasks } from './staff-next.rules';

/** What every source of the staff's home is given. */
export interface StaffContext {
  readonly conferences: readonly Conference[];
  readonly now: Date;
}

/** Conferences to publish, open, close, start, complete and archive. */
@Injectable({ providedIn: 'root' })
class ConferenceTasks implements TaskSource<StaffContext> {
  tasks({ conferences, now }: StaffContext): readonly DatedTask[] {
    return conferences.flatMap((conference) => conferenceTasks(conference, now));
  }
}

/** What the groups of conferences still lack, and places to decide. */
@Injectable({ providedIn: 'root' })
class GroupNeedTasks implements TaskSource<StaffContext> {
  private readonly api = inject(ConferenceGroupsApi);

  async tasks({ conferences, now }: StaffContext): Promise<readonly DatedTask[]> {
    const { items } = await this.api.needs();
    return items.flatMap((needs) => {
      const conference = conferences.find(({ id }) => id === needs.conferenceId);
      return conference ? needTasks(conference, needs, now) : [];
    });
  }
}

/** Everything that may ask something of staff; another area adds its source here. */
export const STAFF_TASK_SOURCES: readonly Type<TaskSource<StaffContext>>[] = [
  ConferenceTasks,
  GroupNeedTasks,
];
