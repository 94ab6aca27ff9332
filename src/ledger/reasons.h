// Why an event has its day and a document its date, in words.
#pragma once

#include "src/ledger/clusters.h"

namespace recount::ledger {

struct Reason {
  std::string words;
  std::vector<std::string> evidence;  // ids of claims and documents, sorted
};

// REQUIRES: atoms sorted, all of one cluster.
Reason day_reason(const Clusters& clusters, const std::vector<std::uint32_t>& atoms,
                  const Dates& dates);

// The words that put a place of the cluster into its town, where others of its claims name only
// that; empty: none.
std::string place_reason(const Clusters& clusters, const Cluster& cluster);

// Documents whose date followed from others, or from their own deictic words.
std::vector<DatedDocument> dated_documents(Clusters& clusters, const Dates& dates);

}  // namespace recount::ledger
