#include "src/text/url.h"

#include <algorithm>
#include <vector>

#include "src/text/ascii.h"

namespace recount::text {
namespace {

constexpr std::size_t kLongestUrl = 2048;

bool has_scheme(std::string_view s) {
  const std::size_t colon = s.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(s[0])) return false;
  return std::all_of(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
}

bool is_web(std::string_view s) {
  const std::string start = ascii_lower(s.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

// Without "." and ".." segments.
std::string clean_path(std::string_view path) {
  std::vector<std::string_view> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    if (segment == "..") {
      if (segments.size() > 1) segments.pop_back();
      if (end == path.size()) segments.emplace_back();
    } else if (segment != ".") {
      segments.push_back(segment);
    } else if (end == path.size()) {
      segments.emplace_back();
    }
    begin = end + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i > 0) out += '/';
    out += segments[i];
  }
  return out;
}

}  // namespace

std::optional<std::string> resolved(std::string_view href, std::string_view base) {
  href = trimmed(href);
  if (const std::size_t hash = href.find('#'); hash != std::string_view::npos)
    href = href.substr(0, hash);
  if (href.empty() || href.size() > kLongestUrl) return std::nullopt;
  if (is_web(href)) return std::string(href);
  if (has_scheme(href)) return std::nullopt;
  if (!is_web(base)) return std::string(href);
  const std::size_t host = base.find("://") + 3;
  const std::size_t path = std::min(base.find_first_of("/?#", host), base.size());
  if (href.starts_with("//")) return std::string(base.substr(0, host - 2)) + std::string(href);
  const std::string origin(base.substr(0, path));
  const std::size_t query = std::min(href.find('?'), href.size());
  if (href.starts_with("/"))
    return origin + clean_path(href.substr(0, query)) + std::string(href.substr(query));
  std::string_view folder =
      base.substr(path, std::min(base.find_first_of("?#", path), base.size()) - path);
  if (href[0] == '?')
    return origin + std::string(folder.empty() ? "/" : folder) + std::string(href);
  folder = folder.substr(0, folder.find_last_of('/') + 1);
  const std::string joined =
      (folder.empty() ? "/" : std::string(folder)) + std::string(href.substr(0, query));
  return origin + clean_path(joined) + std::string(href.substr(query));
}

}  // namespace recount::text
