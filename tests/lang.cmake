# The packs' own examples: every rule gives what it says beside it.
add_test(NAME lang_check COMMAND recount lang check)
