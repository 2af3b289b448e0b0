"use strict";
(() => {
  const note = document.getElementById("note");
  const article = document.querySelector("article");
  const mentions = article ? [...article.querySelectorAll("a")] : [];
  const boxes = [...document.querySelectorAll(".legend input[value]")];
  let shown = null;
  let same = [];
  let waiting = 0;

  document.documentElement.classList.add("script");

  // The language of the page, for who reads it aloud; the style shows the words.
  const speak = () => {
    document.documentElement.lang = document.querySelector("[name=language]:checked").value;
  };
  for (const button of document.querySelectorAll("[name=language]")) button.addEventListener("change", speak);
  speak();

  const copy = (element) => {
    const made = element.cloneNode(true);
    made.removeAttribute("id");
    for (const link of made.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return made;
  };

  const line = (name, ...content) => {
    const made = document.createElement("span");
    made.className = name;
    made.append(...content);
    return made;
  };

  // The note says what the entry says that the mention leads to, and which rule found the mention where.
  const fill = (mention) => {
    const label = mention.classList[0];
    const entry = document.getElementById(mention.dataset.entry);
    const start = Number(mention.id.slice(1));
    const end = start + [...mention.textContent].length;
    const sample = document.querySelector(`.sample.${label}`);
    note.className = label;
    note.replaceChildren(
      line("type", ...[...sample.childNodes].map((node) => node.cloneNode(true))),
      ...[...entry.querySelectorAll(".value, .notes")].map(copy),
      line("rule", `${start}–${end} · ${mention.dataset.rule}`),
    );
  };

  // Below the last line of the mention, or above its first where there is no room; never beyond the screen's edge.
  const place = (mention) => {
    const lines = mention.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const width = document.documentElement.clientWidth;
    note.style.left = "0";
    note.style.top = "0";
    const fits = last.bottom + note.offsetHeight + 6 < window.innerHeight || first.top < note.offsetHeight + 6;
    const left = Math.max(8, Math.min((fits ? last : first).left, width - note.offsetWidth - 8));
    const top = fits ? last.bottom + 6 : first.top - note.offsetHeight - 6;
    note.style.left = `${left + window.scrollX}px`;
    note.style.top = `${top + window.scrollY}px`;
  };

  const hide = () => {
    clearTimeout(waiting);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    for (const other of same) other.classList.remove("same");
    note.hidden = true;
    shown = null;
    same = [];
  };

  const show = (mention) => {
    clearTimeout(waiting);
    if (mention === shown) return;
    hide();
    if (!mention.hasAttribute("href")) return;
    shown = mention;
    fill(mention);
    note.hidden = false;
    place(mention);
    mention.setAttribute("aria-describedby", "note");
    same = mentions.filter((other) => other.dataset.entry === mention.dataset.entry);
    for (const other of same) other.classList.add("same");
  };

  // The pointer may move onto the note; it stays while a mention has the focus.
  const leave = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const focused = document.activeElement;
      if (mentions.includes(focused) && focused.matches(":focus-visible")) show(focused);
      else hide();
    }, 150);
  };

  const mentionAt = (event) => (event.target instanceof Element ? event.target.closest("article a") : null);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  note.addEventListener("pointerenter", () => clearTimeout(waiting));
  note.addEventListener("pointerleave", leave);
  if (!article) return;

  article.addEventListener("pointerover", (event) => {
    const mention = mentionAt(event);
    if (mention && event.pointerType !== "touch") show(mention);
  });
  article.addEventListener("pointerout", (event) => {
    if (mentionAt(event)) leave();
  });
  article.addEventListener("focusin", (event) => {
    const mention = mentionAt(event);
    if (mention) {
      step(mention);
      show(mention);
    }
  });
  article.addEventListener("focusout", leave);

  // A finger cannot hover: its first tap shows the note, its second follows the link.
  let tapped = null;
  article.addEventListener("pointerdown", (event) => {
    tapped = event.pointerType === "touch" && mentionAt(event) !== shown ? mentionAt(event) : null;
  });
  article.addEventListener("click", (event) => {
    const mention = mentionAt(event);
    if (mention && mention === tapped) {
      event.preventDefault();
      show(mention);
    }
    tapped = null;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!mentionAt(event) && !note.contains(event.target)) hide();
  });

  // The text is one stop of the Tab key, however many its mentions; the arrows go from one to the next.
  let stop = null;
  const step = (mention) => {
    if (stop) stop.tabIndex = -1;
    stop = mention;
    if (stop) stop.tabIndex = 0;
  };
  const live = () => mentions.filter((mention) => mention.hasAttribute("href"));
  article.addEventListener("keydown", (event) => {
    const mention = mentionAt(event);
    if (!mention || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = live();
    const here = all.indexOf(mention);
    const there = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: all.length - 1 }[event.key];
    if (there === undefined || !all[there]) return;
    event.preventDefault();
    all[there].focus();
  });

  // A type that is not marked is plain text: no link, no stop, no note.
  const filter = () => {
    const marked = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const mention of mentions) {
      if (marked.has(mention.classList[0])) mention.setAttribute("href", `#${mention.dataset.entry}`);
      else mention.removeAttribute("href");
    }
    if (!stop || !stop.hasAttribute("href")) step(live()[0] ?? null);
    hide();
  };
  for (const mention of mentions) {
    mention.dataset.entry = mention.getAttribute("href").slice(1);
    mention.tabIndex = -1;
  }
  for (const box of boxes) box.addEventListener("change", filter);
  for (const button of document.querySelectorAll("[data-all]")) {
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked = button.dataset.all === "all";
      filter();
    });
  }
  filter();
})();
