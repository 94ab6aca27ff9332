// base: what every module may rely on and that knows no word of the domain.
#pragma once

#include "src/base/bounded_queue.h"
#include "src/base/calendar.h"
#include "src/base/file.h"
#include "src/base/hash.h"
#include "src/base/json.h"
#include "src/base/utf8.h"
