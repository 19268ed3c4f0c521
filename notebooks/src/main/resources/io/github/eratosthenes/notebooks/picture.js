/* Draws a chart as SVG, with echarts.min.js and charts.js loaded before it. */
globalThis.picture = (json) => {
  'use strict';
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const job = JSON.parse(json);
  const chart = job.chart;
  const size = { renderer: 'svg', ssr: true, width: job.width, height: chart.height };
  const drawing = echarts.init(null, null, size);
  eratosthenesCharts.draw(drawing, chart, job.theme, { width: job.width, picture: true });
  // ECharts numbers its drawings, and the number is in the names of classes and clip paths
  const svg = drawing.renderToSVGString().replace(/\bzr\d+-/g, 'zr-');
  drawing.dispose();
  const alt = `<title>${escape(chart.title)}</title><desc>${escape(`${chart.reading} ${chart.circumstances}`)}</desc>`;
  return `${svg.replace(/<svg ([^>]*)>/, (tag, attributes) => `<svg role="img" ${attributes}>${alt}`)}\n`;
};
