// Draws what stands in the page's tables. Each chart has its table beside it, which is what screen readers read and what
// remains without this script.

const COLOURS = ['#1b6b3a', '#6fb98a', '#c77a3a', '#6ea3d8', '#b3261e', '#9aa3ad'];
const { echarts } = window;

function read(table) {
  const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  return {
    labels: rows.map((row) => row[0]),
    series: names.map((name, i) => ({ name, data: rows.map((row) => Number(row[i + 1])) })),
  };
}

const CHARTS = {
  timeline: ({ labels, series }) => ({
    color: COLOURS,
    xAxis: { type: 'category', data: labels, axisTick: { show: false } },
    yAxis: { type: 'value', minInterval: 1 },
    series: series.map((one) => ({ ...one, type: 'bar', stack: 'all', barMaxWidth: 36 })),
  }),
  days: ({ labels, series }) => ({
    color: ['#6ea3d8', '#b3261e', '#c77a3a'],
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: labels, inverse: true },
    series: series.map((one) => ({ ...one, type: 'bar', barMaxWidth: 18 })),
  }),
};

function draw(place) {
  const table = document.getElementById(place.dataset.table);
  if (!table || !echarts) return;
  place.hidden = false;
  place.setAttribute('aria-hidden', 'true');
  const chart = echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    legend: { top: 0, type: 'plain', itemWidth: 14, itemHeight: 10 },
    grid: { left: 8, right: 16, top: innerWidth < 720 ? 60 : 36, bottom: 4, containLabel: true },
    // plain text: nothing that a list says is ever taken for markup
    tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
    ...CHARTS[place.dataset.chart](read(table)),
  });
  addEventListener('resize', () => chart.resize());
  addEventListener('beforeprint', () => chart.resize({ width: 900 }));
  addEventListener('afterprint', () => chart.resize());
  const details = table.closest('details');
  if (details) details.open = false;
}

document.querySelectorAll('[data-chart]').forEach(draw);

// on paper nothing can be unfolded
let folded = [];
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')];
  folded.forEach((one) => { one.open = true; });
});
addEventListener('afterprint', () => folded.forEach((one) => { one.open = false; }));
