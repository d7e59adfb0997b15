// What people read for the kinds, states and lights of milestones.
export const KINDS = { STAGE: '阶段性成效', COMPLETION: '完成', ONGOING: '定期报告' };
export const STATES = {
  PLANNED: '待交办', REPORTING: '待反馈', SIGN_OFF: '会签中', REVIEW: '审核中', CLOSED: '已办结', SUSPENDED: '中止计时', WITHDRAWN: '已撤销',
};
export const LIGHTS = { GREEN: '绿灯', YELLOW: '黄灯', RED: '红灯' };
