"""What a page is measured by, in its own language: scripts for `page.evaluate`."""

# What reaches past the sides of the window, but for what scrolls inside the page.
BEYOND = r"""() => {
  const width = document.documentElement.clientWidth;
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width: own } = element.getBoundingClientRect();
    return own > 1 && (left < -1 || right > width + 1) && !element.closest(".scroll *, svg, .skip");
  });
  const wide = document.documentElement.scrollWidth - width;
  const names = beyond.map((one) => `${one.localName}.${one.className} ${one.innerText}`);
  return [...(wide > 0 ? [`${wide} pixels`] : []), ...names.map((name) => name.slice(0, 60))]
    .slice(0, 8)
    .join("\n");
}"""

# The best contrast of an element's borders with what is behind it; 0 where it has none.
BORDER = r"""(element) => {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  let behind = element.parentElement;
  const ground = (one) => getComputedStyle(one).backgroundColor;
  while (numbers(ground(behind))[3] === 0) behind = behind.parentElement;
  const style = getComputedStyle(element);
  const sides = ["Top", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]));
  const contrasts = sides.map((side) => {
    const pair = [light(style[`border${side}Color`]), light(ground(behind))];
    return Math.max(...pair) / Math.min(...pair);
  });
  return Math.max(0, ...contrasts);
}"""

# What would move: elements with a transition, an animation or smooth scrolling.
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const moves = style.transitionDuration !== "0s" || style.animationName !== "none";
  return moves || style.scrollBehavior !== "auto";
}).map((element) => element.className)"""
