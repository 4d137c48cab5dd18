export {
  type AnswerOption,
  type ChoiceItem,
  FREE_TEXT_LENGTH,
  type FreeTextItem,
  type Instrument,
  type InstrumentContent,
  type InstrumentFile,
  type InstrumentItem,
  INSTRUMENTS_PATH,
  type InstrumentVersion,
  ITEMS_MAX,
  OPTIONS_MAX,
  type Scale,
  type Wave,
  WAVES,
} from './instrument.contract';
export { AGREEMENT, OUR_INSTRUMENT } from './our-instrument.data';
export { checkInstrument, itemsAsked } from './check-instrument.rules';
export {
  checkAnswers,
  type ItemAnswer,
  type MatchedResponses,
  matchResponses,
  pairsOfScale,
  scoreOf,
  type SurveyResponse,
} from './score-scales.rules';
export {
  type ChangeInference,
  describeChange,
  hedgesCorrection,
  holmAdjusted,
  inferChange,
  INFERENCE_LEAST,
  type PairedChange,
  type ScorePair,
  type SignedRank,
} from './paired-statistics.rules';
export { batchesOf, type Block, blocksOf, type PairPlace, PAIRS_LEAST } from './release-blocks.rules';
export {
  COUNT_LEAST,
  type Direction,
  type DirectionCount,
  type PairFilter,
  type PlacedPair,
  type SafeFigure,
  SafeFigures,
} from './suppression.rules';
export { flagFreeText, TEXT_FLAGS, type TextFlag } from './flag-free-text.rules';
