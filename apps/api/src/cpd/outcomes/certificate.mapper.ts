import {
  type Certificate,
  type CertificateCheck,
  type CertificateKind,
  formatCertificateCode,
} from '@lectern/cpd';
import type { CertificateEntity } from './certificate.entity';

/** A certificate as its holder and the staff see it. */
export const certificateView = (certificate: CertificateEntity): Certificate => ({
  id: certificate.id,
  kind: certificate.kind as CertificateKind,
  name: certificate.name,
  title: certificate.title,
  topicTitle: certificate.topicTitle,
  heldFrom: certificate.heldFrom.toISOString(),
  heldUntil: certificate.heldUntil.toISOString(),
  sessions: certificate.sessions,
  minutes: certificate.minutes,
  trn: certificate.trn,
  issuedAt: certificate.issuedAt.toISOString(),
  code: formatCertificateCode(certificate.code),
  withdrawnAt: certificate.withdrawnAt?.toISOString() ?? null,
  withdrawalReason: certificate.withdrawalReason,
});

/** What anybody learns who has its code. */
export const certificateCheck = (certificate: CertificateEntity | null): CertificateCheck =>
  certificate
    ? {
        status: certificate.withdrawnAt ? 'withdrawn' : 'genuine',
        name: certificate.name,
        title: certificate.title,
      }
    : { status: 'unknown' };
