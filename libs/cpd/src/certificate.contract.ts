import type { FeedbackSummary } from './session-feedback.contract';
import type { TeacherStandard } from './teacher-standards';

export const CERTIFICATES_PATH = 'cpd/certificates';
/** Where a certificate’s QR leads; without signing in. */
export const CERTIFICATE_CHECK_PATH = 'public/certificates';
export const EVIDENCE_PATH = 'cpd/evidence';

export const CERTIFICATE_KINDS = ['attended-session', 'attended-series', 'delivered-session'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** A certificate as its holder sees it. */
export interface Certificate {
  readonly id: string;
  readonly kind: CertificateKind;
  readonly name: string;
  /** Of the session or the series. */
  readonly title: string;
  /** Null for a series, which may be on several. */
  readonly topicTitle: string | null;
  /** When the session or the first of the series began, and the last of it. */
  readonly heldFrom: string;
  readonly heldUntil: string;
  readonly sessions: number;
  readonly minutes: number;
  /** The teacher reference number, where its holder gave it. */
  readonly trn: string | null;
  readonly issuedAt: string;
  /** As printed, `ABCD-EFGH-JKMN`. */
  readonly code: string;
  readonly withdrawnAt: string | null;
  readonly withdrawalReason: string | null;
}

/** What anybody learns who has a certificate’s code: that it is genuine, whose it is and for what. Nothing else. */
export type CertificateCheck =
  | { readonly status: 'genuine' | 'withdrawn'; readonly name: string; readonly title: string }
  | { readonly status: 'unknown' };

/** A trainee’s evidence of one session that they delivered. */
export interface EvidenceRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly sessionTitle: string;
  readonly topicTitle: string;
  readonly deliveredAt: string;
  readonly minutes: number;
  readonly teachersAttended: number;
  readonly standards: readonly TeacherStandard[];
  readonly reflection: string | null;
  readonly mentorNote: { readonly text: string; readonly by: string; readonly writtenAt: string } | null;
  readonly feedback: FeedbackSummary;
}

/** The same for those who guide trainees, with whose it is and what teachers wrote. */
export interface EvidenceForMentor extends EvidenceRecord {
  readonly traineeName: string;
  readonly comments: readonly string[];
}

/** One record in the list of those who guide trainees. */
export interface EvidenceListing {
  readonly id: string;
  readonly traineeName: string;
  readonly sessionTitle: string;
  readonly deliveredAt: string;
  readonly hasReflection: boolean;
  readonly hasNote: boolean;
}
