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
  readonly title: string;
  readonly minutes: number;
  readonly issuedAt: string;
  /** As printed, `ABCD-EFGH-JKMN`. */
  readonly code: string;
  readonly withdrawnAt: string | null;
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
