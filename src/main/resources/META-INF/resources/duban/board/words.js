// The board speaks Chinese, and English where the browser does. Names and published texts stay as they are.
import { english } from '../webapps.js';

const ENGLISH = {
  责任看板: 'Who owes what', 台账: 'Ledger', 考核: 'Score', 通报: 'Bulletins', 下载台账: 'Download the ledger', 看板页面: 'Board page', 责任与进度: 'Responsibility',
  绿灯: 'green', 黄灯: 'yellow', 红灯: 'red',
  '在办{0}': 'open, {0}', '截至 {0}': 'As of {0}',
  提前完成: 'done ahead', 按期完成: 'done on time', 逾期完成: 'done late', 正常推进: 'on track', 滞后: 'behind',
  中止计时: 'suspended', 已撤销: 'withdrawn',
  一级督办: 'level 1', 二级督办: 'level 2', 三级督办: 'level 3',
  阶段性成效: 'Stage results', 完成: 'Completion', 定期报告: 'Periodic report',
  待交办: 'planned', 待反馈: 'being reported', 会签中: 'being signed off', 审核中: 'in review', 已办结: 'closed',
  牵头部门: 'Lead department', '绿 / 黄 / 红灯': 'Green / yellow / red', '{0}年各部门到期情况': 'Departments and months of {0}',
  '{0}月': '{0}', 近期到期: 'Due next', 升级督办: 'On the ladder', 按类别: 'By kind', 按清单: 'By list', 类别: 'Kind', 清单: 'List',
  '{0} 项': '{0}', '还有 {0} 个工作日': '{0} working days left', 今天到期: 'due today',
  没有未到期的节点: 'Nothing is due.', 没有三级督办的节点: 'Nothing stands on level 3.',
  '逾期 {0} 天': '{0} days overdue', '{0}：到期 {1} 项': '{0}: {1} due', '滞{0}': '({0})',
  '还没有登记的事项。': 'No project is registered yet.', 上一页: 'Previous', 下一页: 'Next',
  滞后图例: 'behind', 临近到期: 'near its day', 提前或按期完成: 'done in time',
  图例: 'Legend', '格内数字：当月到期的节点数，配合部门为时限在当月的会签件数，颜色按其中最差的一项': 'Figure: how many are due in the month; colour: the worst of them; for those who support, sign-offs by their own days',
  节点清单: 'Milestones', '共 {0} 项': '{0} in all', '没有符合条件的节点。': 'No milestone fits.',
  事项: 'Project', 节点: 'Milestone', 期限: 'Due', 状态: 'State', 现由谁办理: 'Waiting for', 流程: 'Process', 打开流程: 'Open the process',
  '（原定 {0}）': ' (at first {0})', 无固定日期: 'no fixed day', 回到看板: 'Back to the board',
  督查室: 'supervising office', 领导: 'leader', 牵头: 'lead', 配合: 'support',
  '未能读取（{0}），请刷新后再试。': 'This could not be read ({0}). Please reload the page.', '正在读取…': 'Reading…',
  '这个流程不属于某一个节点。': 'This process belongs to no single milestone.',
  下一步: 'Next', '没有待执行的催办或督办。': 'No reminder or escalation is ahead.', 时间在谁手里: 'Whose days',
  '还没有满一个工作日。': 'Not a whole working day yet.', '{0} 个工作日': '{0} working days', '其中逾期 {0} 个': '{0} of them overdue',
  佐证材料: 'Evidence', '没有佐证材料。': 'No evidence.', 办理经过: 'What happened', 事项全貌: 'The whole story', 目前无人经办: 'nobody',
  '配合部门：会签，按会签时限': 'Supporting departments: sign-offs, by their own days', '超时限 {0} 个工作日': '{0} working days past',
  '{0}：会签到期 {1} 件': '{0}: {1} sign-offs due', '逾期未会签 {0} 件': '{0} overdue', '逾期会签 {0} 件': '{0} signed late',
  会签: 'Sign-offs ', 逾期会签: 'sign-offs overdue', 会签单位: 'To sign off', 会签和其他时限: 'Sign-offs and other terms', '没有在办的会签。': 'No sign-off is open.',
  在办: 'open', 逾期: 'overdue', 其他时限: 'Other terms', 会签时限: 'Sign-off', 补救时限: 'Recovery', 审核时限: 'Review', 延期办理时限: 'Extension',
  签收时限: 'Acknowledgement', 说明时限: 'Explanation', 批示时限: 'Instruction', 销号时限: 'Closing',
  其中事项的节点: 'Milestones of the project',
};

/** @param values stand where the text has {0}, {1} */
export function say(chinese, ...values) {
  const text = english ? ENGLISH[chinese] ?? chinese : chinese === '滞后图例' ? '滞后（逾期未办结）' : chinese;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** A day as it's read: 2021年6月30日（周三）. */
export { day, time } from '../form/words.js';

export const STANDINGS = {
  AHEAD: '提前完成', ON_TIME: '按期完成', LATE: '逾期完成', ON_TRACK: '正常推进', BEHIND: '滞后', SUSPENDED: '中止计时', WITHDRAWN: '已撤销',
};
export { KINDS, LIGHTS, STATES } from '../terms.js';
export const LEVELS = { 1: '一级督办', 2: '二级督办', 3: '三级督办' };
export const ROLES = { LEAD: '牵头', SUPPORT: '配合', OFFICE: '督查室', LEADER: '领导' };
