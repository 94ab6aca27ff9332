# The only list of modules, in the order of the flow, with what each may use. recount_module(NAME folder USES … LIBS …)
# builds the library recount_NAME from src/<folder>/*.cc; tests are *_test.cc beside the code. LIBS: third-party
# libraries by the names of cmake/libraries.cmake. scripts/check-layers fails on an include that isn't declared here.
# Every module may use include/recount/*.h.
recount_module(base      base                    LIBS crypto xxhash simdjson isal)
recount_module(record    record             USES base)
recount_module(language  language           USES base LIBS icu tomlplusplus)
recount_module(names     names              USES base language)
recount_module(capture   capture            USES base)
recount_module(text      text               USES base language LIBS uchardet icu cld2)
recount_module(time      mentions/time      USES base language)
recount_module(quantity  mentions/quantity  USES base language)
recount_module(place     mentions/place     USES base language names)
recount_module(actor     mentions/actor     USES base language names)
recount_module(mentions  mentions           USES base language names time quantity place actor)
recount_module(claims    claims             USES base language names mentions)
recount_module(origins   origins            USES base names)
recount_module(ledger    ledger             USES base names origins)
recount_module(publish   publish            USES base record names LIBS icu)
recount_module(store     store              USES base record LIBS sqlite3 zlib)
recount_module(run       run                USES base record language mentions capture text place mentions claims origins ledger store)
recount_module(cli       cli                USES base record language capture text place run store publish ledger origins
                LIBS cli11)
