import { Injectable, type Type } from '@angular/core';
import type { Conference } from '@lectern/conferences';
import type { Group } from '@lectern/registrations';
import type { DatedTask, TaskSource } from '../home/next-task.rules';
import { tasksOfGroups, tasksOfOpenConferences } from './next-tasks.rules';

/** What every source of a school's home is given. */
export interface SchoolContext {
  readonly groups: readonly Group[];
  readonly conferences: readonly Conference[];
  readonly now: Date;
}

/** What the school's groups still lack. */
@Injectable({ providedIn: 'root' })
class GroupTasks implements TaskSource<SchoolContext> {
  tasks({ groups, now }: SchoolContext): readonly DatedTask[] {
    return tasksOfGroups(groups, now);
  }
}

/** Conferences to register for. */
@Injectable({ providedIn: 'root' })
class OpenConferenceTasks implements TaskSource<SchoolContext> {
  tasks({ groups, conferences, now }: SchoolContext): readonly DatedTask[] {
    return tasksOfOpenConferences(groups, conferences, now);
  }
}

/** Everything that may ask something of a school; another area adds its source here. */
export const SCHOOL_TASK_SOURCES: readonly Type<TaskSource<SchoolContext>>[] = [
  GroupTasks,
  OpenConferenceTasks,
];
