(() => {
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const all = (selector, inside) => Array.from((inside || document).querySelectorAll(selector));

  // Colours: those of the system, or the other ones when a person asks for them.
  const themes = ["system", "light", "dark"];
  const button = one("#theme");
  const setTheme = (name) => {
    if (name === "system") root.removeAttribute("data-theme"); else root.dataset.theme = name;
    button.textContent = `Colours: ${name}`;
    button.setAttribute("aria-label", `Colours: ${name}`);
  };
  button.addEventListener("click", () => {
    const now = root.dataset.theme || "system";
    setTheme(themes[(themes.indexOf(now) + 1) % themes.length]);
  });

  // What a node or a joint says, for the mouse and for the keyboard.
  const tip = one("#tip");
  const map = one("svg.map");
  const part = (event) => (event.target.closest ? event.target.closest("svg.map a") : null);
  const pick = (link) => {
    const ends = link.dataset.ends ? link.dataset.ends.split(" ") : null;
    const own = link.dataset.node;
    const near = new Set(ends || [own]);
    for (const edge of all("a.edge", map)) {
      const both = edge.dataset.ends.split(" ");
      const touched = ends ? edge === link : both.includes(own);
      edge.classList.toggle("near", touched);
      if (touched) for (const end of both) near.add(end);
    }
    for (const node of all("a.node", map)) node.classList.toggle("near", near.has(node.dataset.node));
    map.classList.add("picked");
  };
  const show = (event) => {
    const link = part(event);
    if (!link) return;
    tip.textContent = link.dataset.tip;
    tip.classList.add("on");
    pick(link);
  };
  const hide = (event) => {
    if (!part(event)) return;
    tip.classList.remove("on");
    map.classList.remove("picked");
  };
  if (map) {
    map.addEventListener("mouseover", show);
    map.addEventListener("focusin", show);
    map.addEventListener("mouseout", hide);
    map.addEventListener("focusout", hide);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { tip.classList.remove("on"); map.classList.remove("picked"); }
    });
    const box = map.viewBox.baseVal;
    let scale = 1;
    const zoom = (to) => {
      scale = Math.min(3, Math.max(0.15, to));
      map.setAttribute("width", Math.round(box.width * scale));
      map.setAttribute("height", Math.round(box.height * scale));
      one("#zoomed").textContent = `${Math.round(scale * 100)} %`;
    };
    const fit = () => (one(".canvas").clientWidth - 4) / box.width;
    one("#zoom-in").addEventListener("click", () => zoom(scale * 1.25));
    one("#zoom-out").addEventListener("click", () => zoom(scale / 1.25));
    one("#zoom-fit").addEventListener("click", () => zoom(fit()));
    one("#zoom-one").addEventListener("click", () => zoom(1));
    // The corner of a tall drawing is empty: begin where its first column does.
    const canvas = one(".canvas");
    const boxes = all("a.node .box", map).map((node) => node.getBBox());
    const first = Math.min(...boxes.map((at) => at.x));
    const top = Math.min(...boxes.filter((at) => at.x === first).map((at) => at.y));
    if (Number.isFinite(top)) canvas.scrollTop = top - canvas.clientHeight / 2;
  }

  // A link to something folded opens it.
  const open = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target && target.tagName === "DETAILS") {
      target.open = true;
      target.querySelector("summary").focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
    }
  };
  window.addEventListener("hashchange", open);
  document.addEventListener("click", (event) => {
    const link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (link && link.getAttribute("href") === location.hash) open();
  });
  open();

  // Findings: filtered and grouped.
  const list = one("#groups");
  if (!list) return;
  const findings = all(".finding", list);
  const search = one("#search");
  const texts = findings.map((item) => item.textContent.toLowerCase());
  const groupings = {
    file: (item) => [item.dataset.path],
    rule: (item) => [item.dataset.rule],
    section: (item) => item.dataset.section.split(" "),
  };
  const sections = {};
  for (const option of all("#section option")) sections[option.value] = option.textContent;
  const filter = () => {
    const levels = new Set(all("input[name=level]:checked").map((box) => box.value));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rule = one("#rule").value;
    const section = one("#section").value;
    let shown = 0;
    for (const [index, item] of findings.entries()) {
      const fits = levels.has(item.dataset.level) && (!rule || item.dataset.rule === rule) &&
        (!section || item.dataset.section.split(" ").includes(section)) &&
        words.every((word) => texts[index].includes(word));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of all(".group", list)) {
      const count = all(".finding:not([hidden])", group).length;
      group.hidden = count === 0;
      group.querySelector("h3 span").textContent = `(${count})`;
    }
    one("#shown").textContent = `${shown} of ${findings.length} findings shown`;
  };
  const regroup = (name) => {
    const groups = new Map();
    for (const item of findings) {
      const key = groupings[name](item)[0];
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
    const order = Array.from(groups.keys());
    if (name === "section") order.sort((a, b) => (Number(a) || 99) - (Number(b) || 99));
    else order.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    list.replaceChildren(...order.map((key) => {
      const group = document.createElement("section");
      group.className = "group";
      const head = document.createElement("h3");
      head.append(name === "section" ? sections[key] || "No section" : key, " ");
      head.append(document.createElement("span"));
      const items = document.createElement("ol");
      items.append(...groups.get(key));
      group.append(head, items);
      return group;
    }));
    filter();
  };
  search.addEventListener("input", filter);
  for (const box of all("input[name=level], #rule, #section")) box.addEventListener("change", filter);
  for (const box of all("input[name=by]")) box.addEventListener("change", () => regroup(box.value));
  one("#clear").addEventListener("click", () => {
    search.value = ""; one("#rule").value = ""; one("#section").value = "";
    for (const box of all("input[name=level]")) box.checked = true;
    filter();
    search.focus();
  });
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest ? event.target.closest(".pick") : null;
    if (!chosen) return;
    if (chosen.dataset.file !== undefined) search.value = chosen.dataset.file;
    else one(`#${chosen.dataset.pick}`).value = chosen.dataset.value;
    filter();
    one("#findings").scrollIntoView();
    one("#shown").focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }
  });
  filter();
})();
