// Draws the jobs of a JSON file as SVG: node render.mjs jobs.json
import { readFileSync, writeFileSync } from 'node:fs';
import { draw } from './charts.js';
import { init } from './echarts.js';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

for (const { chart, theme, width, file } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  draw(drawing, chart, theme, { width, picture: true });
  // ECharts numbers its drawings, and the number is in the names of classes and clip paths
  const svg = drawing.renderToSVGString().replace(/\bzr\d+-/g, 'zr-');
  const alt = `<title>${escape(chart.title)}</title><desc>${escape(`${chart.reading} ${chart.circumstances}`)}</desc>`;
  writeFileSync(file, `${svg.replace(/<svg ([^>]*)>/, `<svg role="img" $1>${alt}`)}\n`);
  drawing.dispose();
}
