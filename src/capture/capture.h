// Facade of the module capture: paths to pages.
#pragma once

#include "recount/capture.h"
