// What people read for the kinds of milestones, as the server's own pages and messages have it.
export const KINDS = { STAGE: '阶段性成效', COMPLETION: '完成', ONGOING: '定期报告' };
