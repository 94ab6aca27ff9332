// Words that are read in two ways must be meant so: an accident of two lists shows nowhere else.
#pragma once

#include "src/language/language.h"
#include "src/run/lang_check.h"

namespace recount::run {

// Fails for a form with readings of two classes from two lines of words.txt, unless one line holds
// both or says `also CLASS`; and for one reading that two lines give. Names both lines.
LangReport check_ambiguity(const Pack& pack);

}  // namespace recount::run
