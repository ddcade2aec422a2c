// 个税栏目的文字
export const strings = {
  housingQ: '住房租金和住房贷款利息能同时扣除吗？',
  housingA: '不能。夫妻双方不得同时享受住房租金扣除和住房贷款利息扣除。',
  parentsQ: '父母多大可以填赡养老人？',
  parentsA: '被赡养人须年满60岁。',
  thresholdQ: '个税起征点是多少？',
  thresholdA: '个税起征点为每月5000元，全年减除费用60000元。',
};
