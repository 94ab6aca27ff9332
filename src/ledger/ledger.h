// Facade of the module: recount/ledger.h.
#pragma once

#include "recount/ledger.h"
