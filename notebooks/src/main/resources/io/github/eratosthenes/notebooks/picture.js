/* Draws a chart as SVG, with echarts.min.js and charts.js loaded before it. */
// ECharts puts off what it does for the eye; a picture is taken at once, and nobody waits for the rest
globalThis.setTimeout = () => 0;
globalThis.clearTimeout = () => {};

globalThis.picture = (json) => {
  'use strict';
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const job = JSON.parse(json);
  const chart = job.chart;
  const size = { renderer: 'svg', ssr: true, width: job.width, height: chart.height };
  const drawing = echarts.init(null, null, size);
  eratosthenesCharts.draw(drawing, chart, job.theme, { width: job.width, picture: true });
  // ECharts numbers drawings and classes on and on; here every picture begins anew, so that the same chart gives the same text
  const classes = new Map();
  const svg = drawing.renderToSVGString()
    .replace(/\bzr\d*-cls-\d+/g, (name) => {
      if (!classes.has(name)) classes.set(name, `zr-cls-${classes.size}`);
      return classes.get(name);
    })
    .replace(/\bzr\d+-/g, 'zr-');
  drawing.dispose();
  const alt = `<title>${escape(chart.title)}</title><desc>${escape(`${chart.reading} ${chart.circumstances}`)}</desc>`;
  return `${svg.replace(/<svg ([^>]*)>/, (tag, attributes) => `<svg role="img" ${attributes}>${alt}`)}\n`;
};
