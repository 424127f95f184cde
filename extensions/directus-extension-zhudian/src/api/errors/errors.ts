import { chineseMoment } from '@zhudian/core/text/chineseMoment.ts';
import { createError } from '@directus/errors';

/** Somebody else has the event by now; whoever gets this lets go of it. */
export const ClaimLostError = createError<{ seq: string }>(
  'ZHUDIAN_CLAIM_LOST',
  ({ seq }) => `Event ${seq} is not held under this claim any more: its lease lapsed or it is done. Drop it.`,
  409,
);

/** A run counts as ended well, and yet nothing that people would get was handed over: the event is open again. */
export const NoMailError = createError<{ seq: string; reason: string }>(
  'ZHUDIAN_NO_MAIL',
  ({ seq, reason }) => `Event ${seq} was given back: ${reason}`,
  409,
);

/** A mail about a major hazard that a workflow wrote without what it must say. */
export const IncompleteMailError = createError<{ faults: readonly string[] }>(
  'ZHUDIAN_MAIL_INCOMPLETE',
  ({ faults }) => `邮件没有发出：${faults.join('；')}。请检查流程中拟写邮件的节点（表达式是否写错）；其间系统按自带的格式直接报送`,
  422,
);

/** A request that does not have the shape the endpoint asks for. */
export const InvalidRequestError = createError<{ faults: readonly string[] }>(
  'ZHUDIAN_INVALID_REQUEST',
  ({ faults }) => `The request cannot be understood: ${faults.join('; ')}`,
  400,
);

/** What was asked for does not exist, or not for the one who asked. */
export const NotFoundError = createError<{ what: string }>('ZHUDIAN_NOT_FOUND', ({ what }) => `${what} does not exist or is not visible to you`, 404);

/** Somebody else has confirmed the major hazard before. */
export const AlreadyAcknowledgedError = createError<{ by: string; at: string }>(
  'ZHUDIAN_ALREADY_ACKNOWLEDGED',
  ({ by, at }) => `${by}已于 ${at} 签收，无须重复签收`,
  409,
);

/** Only a major hazard is confirmed by the city office. */
export const NothingToAcknowledgeError = createError('ZHUDIAN_NOTHING_TO_ACKNOWLEDGE', '这不是重大事故隐患，无须签收；如已调整等级，请刷新页面', 409);

/** There is no confirmation to dispute. */
export const NotAcknowledgedError = createError('ZHUDIAN_NOT_ACKNOWLEDGED', '该重大事故隐患尚未签收，没有可以提出异议的签收', 409);

/** The settings lack what official mail needs. */
export const NotConfiguredError = createError<{ what: string }>('ZHUDIAN_NOT_CONFIGURED', ({ what }) => `尚未配置${what}：请在“系统设置”中填写`, 503);

/** A run counts as ended well, and yet what it was for is not in the database: the event is open again. */
export const NoOutcomeError = createError<{ seq: string; reason: string }>(
  'ZHUDIAN_NO_OUTCOME',
  ({ seq, reason }) => `Event ${seq} was given back: ${reason}`,
  409,
);

/** Mail about a major hazard is tried for ever. */
export const NeverGivenUpError = createError<{ seq: string }>(
  'ZHUDIAN_NEVER_GIVEN_UP',
  ({ seq }) => `Event ${seq} is about a major hazard: it cannot be ended without its mail`,
  400,
);

/** Whoever logged in is nobody of the register: nothing is signed in their name. */
export const NotLinkedError = createError(
  'ZHUDIAN_NOT_LINKED',
  '您的登录账号没有对应的驻点人员，不能对签字提出异议；请联系县级管理员在“驻点人员”中关联您的账号',
  403,
);

/** A visit is seen by somebody whom it does not name. */
export const NotNamedError = createError('ZHUDIAN_NOT_NAMED', '该驻点记录的到场人员中没有您，没有可以提出异议的签字', 403);

/** The signatures of a draft are still exchanged. */
export const DraftContestedError = createError('ZHUDIAN_DRAFT_CONTESTED', '该驻点记录还是草稿，签字可以直接更改；提交后才能提出异议', 409);

/** Whoever logged in has a password that somebody else set; until they have one of their own they can do nothing else. */
export const GivenPasswordError = createError(
  'ZHUDIAN_PASSWORD_GIVEN',
  '您的密码是由他人设置的，须先改成您自己的密码，才能使用系统；请登录管理后台，在“设置您自己的密码”页面（/admin/zhudian/first-password）修改',
  403,
);

/** More tries than anybody needs who knows their password; Directus's own code, which pages know. */
export const TooManyTriesError = createError<{ limit: number; reset: Date; what: string }>(
  'REQUESTS_EXCEEDED',
  ({ reset, what }) => `${what}，请在${chineseMoment(reset.toISOString(), 'Asia/Shanghai')}（北京时间）之后再试`,
  429,
);
