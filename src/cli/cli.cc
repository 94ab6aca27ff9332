#include "src/cli/cli.h"

#include <csignal>
#include <exception>

#include "src/cli/arguments.h"

namespace recount {

int run_cli(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed output shows as an error of write()
  cli::Output out;
  try {
    return out.finish(cli::parse(argc, argv).run(out));
  } catch (const std::exception& error) {
    // A broken contract inside the program, or no memory left: nothing that a user did.
    out.complain(std::string("broke down: ") + error.what() +
                 "; please report it with the command");
    return cli::kWrongCommand;
  }
}

}  // namespace recount
