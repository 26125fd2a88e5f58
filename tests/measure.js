// What the browser tests measure in a page. `opened` in conftest.py puts it into every page.
window.measure = (() => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();

  /** A CSS colour as red, green, blue (0 to 255) and alpha (0 to 1). */
  function rgba(colour) {
    if (!known.has(colour)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }

  const hex = ([r, g, b]) =>
    '#' + [r, g, b].map(part => Math.round(part).toString(16).padStart(2, '0')).join('');

  const over = (top, below) =>
    [...[0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])), 1];

  function luminance(colour) {
    const [r, g, b] = colour.slice(0, 3).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** The contrast ratio of WCAG 2. */
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  const style = node => getComputedStyle(node);

  const shown = node =>
    node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    node.getClientRects().length > 0;

  /** Hidden from the eye on purpose, and there for screen readers. */
  const forReaders = node => {
    for (let each = node; each; each = each.parentElement)
      if (style(each).clipPath.startsWith('inset(50%') || style(each).clip === 'rect(0px, 0px, 0px, 0px)')
        return true;
    return false;
  };

  /** A part of the page that scrolls by itself and can be reached with the keyboard. */
  const inRegion = node => node.closest('[role=region][tabindex="0"]');

  /** The colour of the page under an element; printers leave backgrounds out. */
  function paper(node) {
    if (matchMedia('print').matches) return [255, 255, 255, 1];
    const layers = [];
    for (let each = node; each; each = each.parentElement) {
      const colour = rgba(style(each).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    const probe = document.createElement('div');
    probe.style.backgroundColor = 'Canvas';
    document.body.append(probe);
    const canvas = rgba(style(probe).backgroundColor);
    probe.remove();
    return layers.reduceRight((below, top) => over(top, below), canvas);
  }

  // ---- charts ----

  const charts = () => [...document.querySelectorAll('figure svg, svg.dx-chart')]
    .filter(svg => svg.getBoundingClientRect().width > 0);

  const SHAPES = 'path, rect, circle, ellipse, line, polyline, polygon, use';
  const UNPAINTED = 'defs, clipPath, pattern, mask, symbol, marker';

  const shapes = svg => [...svg.querySelectorAll(SHAPES)]
    .filter(node => !node.closest(UNPAINTED) && node.checkVisibility({ visibilityProperty: true }));

  /** Each chart with the boxes, sizes and directions of its texts. */
  function texts() {
    return charts().map(svg => {
      const frame = svg.getBoundingClientRect();
      const scale = frame.width / svg.viewBox.baseVal.width;
      const name = svg.id || svg.getAttribute('aria-labelledby') || '';
      return {
        name, ...frame.toJSON(),
        texts: [...svg.querySelectorAll('text')].filter(shown).map(node => {
          const { a, b, c, d } = node.getScreenCTM();
          return {
            ...node.getBoundingClientRect().toJSON(),
            text: node.textContent,
            size: parseFloat(style(node).fontSize) * scale,
            horizontal: Math.abs(b) + Math.abs(c) < 0.001 && a > 0 && d > 0 &&
              style(node).writingMode === 'horizontal-tb',
          };
        }),
      };
    });
  }

  /** The colours a paint is made of: one, or those of a pattern; none where nothing is painted. */
  function paints(node, property) {
    const css = style(node);
    const paint = css[property];
    let alpha = parseFloat(css[property + 'Opacity']);
    for (let each = node; each.tagName !== 'svg'; each = each.parentNode)
      alpha *= parseFloat(style(each).opacity);
    if (paint === 'none' || (property === 'stroke' && parseFloat(css.strokeWidth) === 0)) return [];
    const pattern = paint.match(/^url\("?#([^")]+)/);
    const colours = pattern
      ? [...document.getElementById(pattern[1]).children]
        .flatMap(child => [...paints(child, 'fill'), ...paints(child, 'stroke')])
      : [rgba(paint)];
    return colours.map(([r, g, b, a]) => [r, g, b, a * alpha]).filter(colour => colour[3] > 0);
  }

  function contains(node, property, x, y) {
    if (!(node instanceof SVGGeometryElement)) {  // a marker drawn with <use>
      const box = node.getBoundingClientRect();
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    }
    const matrix = node.getScreenCTM();
    const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
    const clip = style(node).clipPath.match(/#([^")]+)/);
    const frame = clip && document.getElementById(clip[1])?.querySelector(SHAPES);
    if (frame && !frame.isPointInFill(point)) return false;
    if (property === 'fill') return node.isPointInFill(point);
    // A line thinner than this crosses a text, it does not lie behind it.
    return parseFloat(style(node).strokeWidth) * matrix.a >= 5 && node.isPointInStroke(point);
  }

  /** The shapes of a chart in the order in which they are painted, and the boxes they lie in. */
  const painted = svg => shapes(svg).map(node => {
    const box = node.getBoundingClientRect();
    const edge = (parseFloat(style(node).strokeWidth) || 0) * (node.getScreenCTM()?.a ?? 1) + 1;
    return { node, left: box.left - edge, right: box.right + edge,
      top: box.top - edge, bottom: box.bottom + edge };
  });

  /** The colours that lie behind a point of a text: what was painted there before it. */
  function behind(text, x, y, laid, ground) {
    let below = [ground];
    for (const { node, left, right, top, bottom } of laid) {
      if (!(node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      if (x < left || right < x || y < top || bottom < y) continue;
      for (const property of ['fill', 'stroke'])
        if (contains(node, property, x, y)) {
          const colours = paints(node, property);
          if (colours.length)
            below = colours.flatMap(ink => below.map(each => over(ink, each)));
        }
    }
    const halo = style(text);
    if (halo.paintOrder.startsWith('stroke') && parseFloat(halo.strokeWidth) >= 2)
      below = paints(text, 'stroke').flatMap(top => below.map(each => over(top, each)));
    return below;
  }

  /** The worst contrast of each text of the charts with what lies behind it. */
  function textContrasts() {
    return charts().flatMap(svg => {
      const [laid, ground] = [painted(svg), paper(svg)];
      return [...svg.querySelectorAll('text')].filter(shown)
        .map(text => textContrast(svg, text, laid, ground));
    });
  }

  function textContrast(svg, text, laid, ground) {
    const box = text.getBoundingClientRect();
    const y = box.top + box.height / 2;
    const found = [0.08, 0.5, 0.92].flatMap(share => {
      const below = behind(text, box.left + share * box.width, y, laid, ground);
      return paints(text, 'fill').flatMap(ink =>
        below.map(each => ({ ratio: contrast(over(ink, each), each), ground: hex(each) })));
    });
    const worst = found.reduce((low, each) => each.ratio < low.ratio ? each : low,
      { ratio: Infinity, ground: '' });
    return { chart: svg.id || svg.getAttribute('aria-labelledby'), text: text.textContent,
      colour: paints(text, 'fill').map(hex).join(), ...worst };
  }

  /** Each painted shape of the charts: its colours, and their best contrast with the page. */
  function graphics() {
    return charts().map(svg => {
      const ground = paper(svg);
      return {
        name: svg.id || svg.getAttribute('aria-labelledby'),
        paper: hex(ground),
        texts: [...svg.querySelectorAll('text')].filter(shown).flatMap(node => paints(node, 'fill')).map(hex),
        shapes: shapes(svg).map(node => {
          const colours = [...paints(node, 'fill'), ...paints(node, 'stroke')];
          return {
            node: node.outerHTML.slice(0, 200),
            colours: colours.map(hex),
            ratio: Math.max(0, ...colours.map(colour => contrast(over(colour, ground), ground))),
          };
        }),
      };
    });
  }

  // ---- text of the page ----

  function* lines() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.textContent.trim() || parent.closest('svg, style, script')) continue;
      if (!shown(parent) || forReaders(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) yield { node, parent, box };
    }
  }

  const block = node => {
    let each = node;
    while (/^(inline|contents|ruby)/.test(style(each).display) && style(each).display !== 'inline-block')
      each = each.parentElement;
    return each;
  };

  /** Texts that leave their own block, or the right edge of the page. */
  function spilled() {
    const found = [];
    for (const { node, parent, box } of lines()) {
      const frame = block(parent).getBoundingClientRect();
      const out = box.right > frame.right + 1 || box.left < frame.left - 1;
      if (out || (!inRegion(parent) && box.right > innerWidth + 1))
        found.push([parent.tagName + '.' + parent.className, node.textContent.trim().slice(0, 60)]);
    }
    return found;
  }

  /** Elements that hide a part of what they hold. */
  function clipped() {
    return [...document.body.querySelectorAll(':not(svg *)')]
      .filter(node => shown(node) && !forReaders(node) && !inRegion(node))
      .filter(node => {
        const { overflowX, overflowY } = style(node);
        const hides = value => ['hidden', 'clip'].includes(value);
        return (hides(overflowX) && node.scrollWidth > node.clientWidth + 1) ||
          (hides(overflowY) && node.scrollHeight > node.clientHeight + 1);
      })
      .map(node => node.tagName + '.' + (node.getAttribute('class') ?? ''));
  }

  // ---- keyboard ----

  /** What Tab must reach, in the order of the document. */
  const stops = () => [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter(shown);

  /** Where among the stops the focus is, and whether it can be seen. */
  function focus(all = stops()) {
    const node = document.activeElement;
    const css = style(node);
    const box = node.getClientRects()[0] ?? new DOMRect();
    const middle = (low, high, size) => (Math.max(low, 0) + Math.min(high, size)) / 2;
    const hit = document.elementFromPoint(
      middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
    return {
      place: all.indexOf(node),
      name: (node.textContent || '').trim().slice(0, 40),
      outlined: css.outlineStyle !== 'none' && parseFloat(css.outlineWidth) >= 1,
      ratio: css.outlineStyle === 'auto' ? Infinity
        : contrast(rgba(css.outlineColor), paper(node.parentElement)),
      uncovered: !!hit && (node.contains(hit) || hit.contains(node)),
    };
  }

  return { charts, texts, textContrasts, graphics, spilled, clipped, stops, focus, shown, paper, hex };
})();
