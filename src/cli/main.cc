#include "src/cli/cli.h"

int main(int argc, char** argv) { return recount::run_cli(argc, argv); }
