// Facade of the module text: a page to its document.
#pragma once

#include "recount/text.h"
