export {
  type LetterLink,
  type Mail,
  MAIL_KINDS_PATH,
  MAIL_STATUSES,
  MAIL_SUMMARY_PATH,
  type MailKind,
  type MailKindPreview,
  type MailLetter,
  MAILS_PATH,
  type MailStatus,
  type MailSummary,
} from './mail.contract';
export {
  decideNextTry,
  type DeliveryProblem,
  type DeliveryVerdict,
  judgeDelivery,
  MOST_TRIES,
  type NextStep,
  TOO_LATE,
} from './delivery.rules';
export { isMailable } from './mail-address.rules';
