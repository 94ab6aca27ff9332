// Kinds of options: one of a table's names, a number within bounds.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <string_view>

#include "recount/record.h"

namespace recount::cli {

// "deaths, injured, missing"
inline std::string names_of_rows(const auto& rows) {
  std::string names;
  for (std::string_view row : rows) names += (names.empty() ? "" : ", ") + std::string(row);
  return names;
}

template <class E>
CLI::Option* add_named(CLI::App* command, const std::string& option, std::string& value,
                       const std::string& help) {
  static constexpr auto& kRows = Names<E>::rows;
  return command->add_option(option, value, help + ": " + names_of_rows(kRows))
      ->check([](const std::string& given) {
        return std::ranges::find(kRows, given) != kRows.end()
                   ? ""
                   : "must be one of " + names_of_rows(kRows);
      });
}

template <class N>
void add_number(CLI::App* command, const std::string& option, N& value, N low, N high,
                const std::string& help) {
  command->add_option(option, value, help)
      ->type_name("N")
      ->check([low, high](const std::string& given) {
        N number{};
        const bool fits =
            CLI::detail::lexical_cast(given, number) && number >= low && number <= high;
        return fits ? ""
                    : "must be a whole number from " + std::to_string(low) + " to " +
                          std::to_string(high);
      });
}

}  // namespace recount::cli
