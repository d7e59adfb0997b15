// The forms speak Chinese, and English where the browser does. What was published or written by people stays as it is.
import { english } from '../webapps.js';

const ENGLISH = {
  阶段性成效: 'Stage results', 完成: 'Completion', 定期报告: 'Periodic report',
  待交办: 'planned', 待反馈: 'being reported', 会签中: 'being signed off', 审核中: 'in review',
  已办结: 'closed', 中止计时: 'suspended', 已撤销: 'withdrawn',
  绿灯: 'green', 黄灯: 'yellow', 红灯: 'red',
  反馈: 'report', 汇总反馈: 'joint report', 异议处理: 'objection settled',
  待督查室核签: 'waits for the supervising office', 待领导审批: 'waits for the leader',
  已批准: 'granted', 未获同意: 'refused', 已失效: 'lapsed',
  同意: 'agreed', 有异议: 'objected', 通过: 'accepted', 退办: 'returned', 不同意: 'refused',
  本单位: 'Your department', 完成时限: 'Deadline', 节点: 'Milestone', 到期日: 'Due', 状态: 'State',
  本件会签时限: 'Your sign-off is due', 本件审核时限: 'Your review is due', 本件延期办理时限: 'Your answer is due',
  本件签收时限: 'To be acknowledged by', 本件说明时限: 'To be explained by', 本件批示时限: 'Your instruction is due',
  本件销号时限: 'To be closed by', 节点到期日: 'Milestone due',
  '（已中止计时）': ' (suspended)', '（今天是最后一个工作日）': ' (today is the last working day)',
  '（还有 {0} 个工作日）': ' ({0} working days left)', '（已逾期 {0} 个工作日）': ' ({0} working days overdue)',
  牵头部门: 'Lead', 配合部门: 'Support', 现在由谁办理: 'Waiting for', 督查室: 'supervising office', 领导: 'leader',
  '（原定 {0}）': ' (at first {0})', 无固定日期: 'no fixed day', '逾期 {0} 天': '{0} days overdue', '{0}级督办': 'level {0}',
  申请延期: 'Ask for more time', '（由本部门负责人在到期前提出）': ' (by the head of the department, before the due day)',
  本次延期申请: 'This request for more time', 以往延期申请: 'Earlier requests for more time', '{0} 延至 {1}': '{0} to {1}',
  '，因中止计时顺延为 {0}': ', now {0}, since the clock was stopped meanwhile',
  '节点已中止计时，请待督查室恢复计时后再办理延期。': 'The clock is stopped. Please wait until the supervising office resumes the milestone.',
  督查室核签: 'Supervising office', 领导审批: 'Leader',
  负责人的延误说明: 'What the heads say of the delay', 尚未说明: 'not explained yet', 没有要求说明: 'Nobody was asked to explain',
  '说明时限 {0}': 'due {0}', '说明时限 {0}（已过）': 'due {0} (passed)',
  '承诺 {0} 补救完成': 'promises to make up for it by {0}', '承诺 {0} 补救完成（已过）': 'promised to make up for it by {0} (passed)',
  目前进展: 'Progress so far', 尚未反馈: 'Nothing reported yet',
  '（本节点尚未反馈，以下为 {0} 节点所报）': '(Nothing reported for this milestone yet; for that of {0}:)',
  各单位占用天数: 'Days in whose hands', '{0} 个工作日': '{0} working days', '，其中逾期后 {0} 个': ', {0} of them past due', 尚无: 'None',
  牵头: 'lead', 配合: 'support', 审核: 'review', 审批: 'decision',
  量化指标: 'Commitments', 公布原文: 'As published', '本轮（第 {0} 轮）': 'This round ({0})', 以往各轮: 'Earlier rounds',
  '第 {0} 轮': 'round {0}', '完成 {0}%': '{0}% done', 审核退办: 'Returned by the office',
  办理经过: 'What happened', '正在读取…': 'Reading…', 暂无记录: 'Nothing yet',
  指标: 'Metric', 目标: 'Target', 实际: 'Actual', 对照: 'Of target',
  量化指标完成数: 'Actual figures', '（目标 {0}）': ' (target {0})', '达到目标的 {0}%': '{0}% of the target',
  未超过目标: 'within the target', 超过目标: 'beyond the target',
  '各牵头部门所报：': 'Given by the leads: ',
  '填入上次所报（{0}，{1}）': 'Fill in what was reported last ({0}, {1})',
  '填入“{0}”所报的 {1} 项相同指标（{2}，{3}）': 'Fill in {1} figures that “{0}” reported for the same ({2}, {3})',
  '已恢复上次未提交的内容，只保存在这台电脑的浏览器里。': 'What you had not sent is restored. It is kept in this browser only.',
  清除: 'Clear it',
  '这项任务没有对应的事项，请联系督查室。': 'This task belongs to no project. Please tell the supervising office.',
  '未能读取事项资料（{0}），请刷新后再办理。': 'The project could not be read ({0}). Please reload the page.',
  进展情况: 'Progress', '完成百分比（0 到 100）': 'Done, in percent (0 to 100)', 会签意见: 'Your answer', 说明: 'Reason',
  请选择: 'Please choose',
  已有会签是否继续有效: 'Do the signatures stand?', '按重报内容定：目标和完成数不变即有效': 'They stand if targets and figures do not change',
  '继续有效，同意过的部门不再会签': 'Yes, who agreed is not asked again', 全部重新会签: 'No, all sign again',
  '有过异议的部门和新增的部门总要会签。': 'Departments that objected or joined since are always asked.',
  '{0}（沿用第 {1} 轮）': '{0} (stands from round {1})',
  审核结论: 'Conclusion', 审核意见: 'Opinion', 能否销号: 'Can it be closed?', 销号: 'Close',
  退回补办: 'Return', 补办期限: 'New due day',
  '最后一个节点重新办理，在这一天前补报；这一天前不算逾期。': 'The last milestone is owed once more by this day, and is not late before it.',
  意见: 'Opinion', 审批意见: 'Decision', 批准延期: 'Grant more time', 不同意延期: 'Refuse',
  决定: 'Decision', '终止长期坚持，不再定期报告': 'End it; no more periodic reports', 理由: 'Reason', 核签意见: 'Opinion of the office',
  '同意，报领导审批': 'Agree and pass on to the leader', 延误原因: 'Reason of the delay', 预计补救完成日期: 'Day of recovery',
  批示: 'Instruction', 异议处理情况: 'How the objection was settled',
  '请核对事项内容和时限，办理后即为签收。': 'Please check the project and its deadline. Completing this acknowledges it.',
};

/** @param values stand where the text has {0}, {1} */
export function say(chinese, ...values) {
  const text = english ? ENGLISH[chinese] ?? chinese : chinese;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** A day as it's read: 2021年6月30日（周三）. */
export function day(iso) {
  const date = new Date(iso.slice(0, 10) + 'T00:00:00Z');
  if (english) {
    return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
  }
  return date.getUTCFullYear() + '年' + (date.getUTCMonth() + 1) + '月' + date.getUTCDate() + '日（周' + '日一二三四五六'[date.getUTCDay()] + '）';
}

/** As the office's clock shows it, wherever the reader's computer stands. */
export function time(iso) {
  return day(iso).replace(/（.*）/, '') + ' ' + iso.slice(11, 16);
}

/** Puts what the form itself says into the reader's language. */
export function translate(form) {
  if (!english) return;
  form.lang = 'en';
  for (const one of form.querySelectorAll('label, option, form > p, .form-group > p')) {
    one.textContent = say(one.textContent.trim());
    if (one.dataset.choice) one.dataset.choice = say(one.dataset.choice);
  }
}
