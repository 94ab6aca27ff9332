// The program `recount`: commands, their options, what they print, their exit codes.
#pragma once

namespace recount {

// 0 done · 1 some paths were skipped (named, with reasons) · 2 wrong command · 3 dossier damaged or
// locked.
int run_cli(int argc, char** argv);

}  // namespace recount
