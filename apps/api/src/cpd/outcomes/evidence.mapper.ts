import { TEACHER_STANDARDS, type TeacherStandard, USUAL_STANDARDS } from '@lectern/cpd';
import type { EvidenceEntity } from './evidence.entity';

/** A record in which nobody has written yet. */
export const emptyEvidence = (presenterId: string, now: Date): EvidenceEntity => ({
  presenterId,
  standards: USUAL_STANDARDS.join(' '),
  reflection: null,
  mentorNote: null,
  mentorId: null,
  notedAt: null,
  updatedAt: now,
});

export const standardsOf = (evidence: EvidenceEntity | undefined): readonly TeacherStandard[] => {
  const kept = evidence?.standards.split(' ');
  return kept ? TEACHER_STANDARDS.filter((standard) => kept.includes(standard)) : USUAL_STANDARDS;
};
