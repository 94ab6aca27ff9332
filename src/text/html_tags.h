// The HTML elements that the reader knows, with what it needs to know of each.
#pragma once

#include <cstdint>
#include <string_view>

namespace recount::text {

// name, spelling, flags
#define RECOUNT_HTML_TAGS(X)                 \
  X(a, "a", kInline)                         \
  X(abbr, "abbr", kInline)                   \
  X(address, "address", kBlock)              \
  X(applet, "applet", kBarrier)              \
  X(area, "area", kVoid)                     \
  X(article, "article", kBlock)              \
  X(aside, "aside", kBlock)                  \
  X(audio, "audio", kInline)                 \
  X(b, "b", kInline)                         \
  X(base, "base", kVoid | kHead)             \
  X(blockquote, "blockquote", kBlock)        \
  X(body, "body", kBlock)                    \
  X(br, "br", kVoid)                         \
  X(button, "button", kBlock)                \
  X(canvas, "canvas", kInline)               \
  X(caption, "caption", kBlock | kBarrier)   \
  X(center, "center", kBlock)                \
  X(cite, "cite", kInline)                   \
  X(col, "col", kVoid)                       \
  X(dd, "dd", kBlock)                        \
  X(details, "details", kBlock)              \
  X(dialog, "dialog", kBlock)                \
  X(dir, "dir", kBlock)                      \
  X(div, "div", kBlock)                      \
  X(dl, "dl", kBlock)                        \
  X(dt, "dt", kBlock)                        \
  X(em, "em", kInline)                       \
  X(embed, "embed", kVoid)                   \
  X(fieldset, "fieldset", kBlock)            \
  X(figcaption, "figcaption", kBlock)        \
  X(figure, "figure", kBlock)                \
  X(font, "font", kInline)                   \
  X(footer, "footer", kBlock)                \
  X(form, "form", kBlock)                    \
  X(frameset, "frameset", kBlock)            \
  X(h1, "h1", kBlock | kHeading)             \
  X(h2, "h2", kBlock | kHeading)             \
  X(h3, "h3", kBlock | kHeading)             \
  X(h4, "h4", kBlock | kHeading)             \
  X(h5, "h5", kBlock | kHeading)             \
  X(h6, "h6", kBlock | kHeading)             \
  X(head, "head", kBlock)                    \
  X(header, "header", kBlock)                \
  X(hgroup, "hgroup", kBlock)                \
  X(hr, "hr", kVoid | kBlock)                \
  X(html, "html", kBlock)                    \
  X(i, "i", kInline)                         \
  X(iframe, "iframe", kRaw)                  \
  X(img, "img", kVoid)                       \
  X(input, "input", kVoid)                   \
  X(label, "label", kInline)                 \
  X(legend, "legend", kBlock)                \
  X(li, "li", kBlock)                        \
  X(link, "link", kVoid | kHead)             \
  X(main, "main", kBlock)                    \
  X(marquee, "marquee", kBarrier)            \
  X(menu, "menu", kBlock)                    \
  X(meta, "meta", kVoid | kHead)             \
  X(nav, "nav", kBlock)                      \
  X(noembed, "noembed", kRaw)                \
  X(noframes, "noframes", kRaw | kHead)      \
  X(noscript, "noscript", kHead)             \
  X(object, "object", kBarrier)              \
  X(ol, "ol", kBlock)                        \
  X(optgroup, "optgroup", kBlock)            \
  X(option, "option", kBlock)                \
  X(p, "p", kBlock)                          \
  X(param, "param", kVoid)                   \
  X(pre, "pre", kBlock)                      \
  X(s, "s", kInline)                         \
  X(script, "script", kRaw | kHead)          \
  X(section, "section", kBlock)              \
  X(select, "select", kBlock)                \
  X(small, "small", kInline)                 \
  X(source, "source", kVoid)                 \
  X(span, "span", kInline)                   \
  X(strong, "strong", kInline)               \
  X(style, "style", kRaw | kHead)            \
  X(summary, "summary", kBlock)              \
  X(svg, "svg", kInline)                     \
  X(table, "table", kBlock | kBarrier)       \
  X(tbody, "tbody", kBlock)                  \
  X(td, "td", kBlock | kBarrier)             \
  X(template_, "template", kBarrier | kHead) \
  X(textarea, "textarea", kRaw)              \
  X(tfoot, "tfoot", kBlock)                  \
  X(th, "th", kBlock | kBarrier)             \
  X(thead, "thead", kBlock)                  \
  X(time, "time", kInline)                   \
  X(title, "title", kRaw | kHead)            \
  X(tr, "tr", kBlock)                        \
  X(track, "track", kVoid)                   \
  X(u, "u", kInline)                         \
  X(ul, "ul", kBlock)                        \
  X(video, "video", kInline)                 \
  X(wbr, "wbr", kVoid)                       \
  X(xmp, "xmp", kRaw)

enum TagFlag : std::uint8_t {
  kInline = 0,
  kBlock = 1,  // begins and ends a block of text
  kVoid = 2,   // has no content
  kRaw = 4,    // its content isn't markup
  kHeading = 8,
  kBarrier = 16,  // end tags don't reach out of it
  kHead = 32      // belongs into the head
};

#define RECOUNT_HTML_TAG_NAME(name, spelling, flags) name,
enum class Tag : std::uint8_t { unknown, RECOUNT_HTML_TAGS(RECOUNT_HTML_TAG_NAME) kCount };
#undef RECOUNT_HTML_TAG_NAME

// By spelling in any case; unknown for all else.
Tag tag_named(std::string_view name);
std::uint8_t flags_of(Tag tag);
inline bool is_block(Tag tag) { return (flags_of(tag) & kBlock) != 0; }
inline bool is_void(Tag tag) { return (flags_of(tag) & kVoid) != 0; }
inline bool is_raw(Tag tag) { return (flags_of(tag) & kRaw) != 0; }
inline bool is_heading(Tag tag) { return (flags_of(tag) & kHeading) != 0; }
inline bool is_barrier(Tag tag) { return (flags_of(tag) & kBarrier) != 0; }

}  // namespace recount::text
