#include "src/store/store.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "src/base/base.h"

namespace recount {
namespace {

namespace fs = std::filesystem;

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("recount_store_" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = (folder_ / "a.dossier").native();
  }
  void TearDown() override { fs::remove_all(folder_); }

  static ReadPage reading(const std::string& id, const std::string& body,
                          const std::string& url = "") {
    ReadPage out;
    out.page.source = id + ".html";
    out.page.body = body;
    out.page.sha256 = sha256_hex(body);
    if (!url.empty()) out.page.url = url;
    out.record.document.id = id;
    out.record.document.page = out.page.sha256;
    Claim claim;
    claim.id = "c-" + id;
    out.record.claims.push_back(claim);
    out.json = "{\"id\":\"" + id + "\",\"body\":\"" + body + "\"}";
    out.key = reading_key(out.page, "readers 1");
    return out;
  }
  Dossier fill(const std::vector<ReadPage>& readings) {
    Result<Dossier> dossier =
        Dossier::open(path_, Access::write, [] { return std::string("2000-01-01T00:00:00Z"); });
    EXPECT_TRUE(dossier.ok()) << dossier.error().message;
    EXPECT_TRUE(dossier->begin().ok());
    for (const ReadPage& one : readings) EXPECT_TRUE(dossier->put(one).ok());
    EXPECT_TRUE(dossier->commit().ok());
    return std::move(*dossier);
  }
  static std::string records(const Dossier& dossier) {
    std::string out;
    const Status status = dossier.for_each_record([&](StoredDocument one) {
      out += one.source + " " + one.json + "\n";
      return true;
    });
    EXPECT_TRUE(status.ok());
    return out;
  }

  fs::path folder_;
  std::string path_;
};

TEST_F(StoreTest, KeepsRecordsInOrderOfIdsHoweverAdded) {
  {
    fill({reading("b", "two"), reading("a", "one")});
  }
  const Result<Dossier> dossier = Dossier::open(path_, Access::read);
  ASSERT_TRUE(dossier.ok()) << dossier.error().message;
  EXPECT_EQ(records(*dossier),
            "a.html {\"id\":\"a\",\"body\":\"one\"}\n"
            "b.html {\"id\":\"b\",\"body\":\"two\"}\n");
  EXPECT_EQ(**dossier->page_bytes(sha256_hex("two")), "two");
  EXPECT_FALSE(dossier->page_bytes("nothing")->has_value());
  EXPECT_EQ((*dossier->find_claim("c-b"))->document, "b");
  EXPECT_FALSE(dossier->find_claim("c-z")->has_value());
  EXPECT_EQ(dossier->keys()->size(), 2u);
  EXPECT_TRUE(dossier->check_journal().ok());
}

TEST_F(StoreTest, ADocumentReplacesTheOneOfItsId) {
  const Dossier dossier = fill({reading("a", "one"), reading("a", "new")});
  EXPECT_EQ(records(dossier), "a.html {\"id\":\"a\",\"body\":\"new\"}\n");
  EXPECT_TRUE(dossier.page_bytes(sha256_hex("one"))->has_value());
}

TEST_F(StoreTest, PagesOfOneUrlKnowTheCaptureBefore) {
  ReadPage first = reading("a", "one", "http://x.example/"),
           second = reading("b", "two", "http://x.example/");
  first.page.retrieved_at = "2000-01-02T00:00:00Z";
  second.page.retrieved_at = "2000-01-01T00:00:00Z";
  const Dossier dossier = fill({first, second, reading("c", "three")});
  EXPECT_EQ(*dossier.previous_page(sha256_hex("one")), sha256_hex("two"));
  EXPECT_EQ(*dossier.previous_page(sha256_hex("two")), std::nullopt);
  EXPECT_EQ(*dossier.previous_page(sha256_hex("three")), std::nullopt);
}

TEST_F(StoreTest, SkippedSourcesAreKeptUntilRead) {
  Dossier dossier = fill({});
  ASSERT_TRUE(dossier.put_skipped({"a.html", "is empty"}).ok());
  ASSERT_TRUE(dossier.put_skipped({"b.html", "is empty"}).ok());
  ASSERT_TRUE(dossier.put(reading("a", "one")).ok());
  ASSERT_EQ(dossier.skipped()->size(), 1u);
  EXPECT_EQ(dossier.skipped()->front().source, "b.html");
}

TEST_F(StoreTest, TheSmallerSourceOfTheSameBytesNamesTheDocument) {
  Dossier dossier = fill({reading("a", "one")});
  const std::uint64_t key = reading("a", "one").key;
  ASSERT_TRUE(dossier.seen(key, "b.html").ok());
  EXPECT_TRUE(records(dossier).starts_with("a.html "));
  ASSERT_TRUE(dossier.seen(key, "0.html").ok());
  EXPECT_TRUE(records(dossier).starts_with("0.html "));
}

TEST_F(StoreTest, TellsWhatIsWrongWithAFile) {
  EXPECT_NE(Dossier::open(path_, Access::read).error().message.find("doesn't exist"),
            std::string::npos);
  std::ofstream(path_) << "This is a text of more than a few bytes and no dossier.";
  EXPECT_NE(Dossier::open(path_, Access::read).error().message.find("damaged or no dossier"),
            std::string::npos);
  EXPECT_NE(Dossier::open(path_, Access::write).error().message.find("damaged or no dossier"),
            std::string::npos);
}

TEST_F(StoreTest, FindsDamage) {
  {
    fill({reading("a", std::string(20000, 'x')), reading("b", "two")});
  }
  std::string bytes = *read_file(path_, 1u << 30);
  for (std::size_t i = 4096; i < bytes.size() - 100; i += 64)
    bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
  std::ofstream(path_, std::ios::binary) << bytes;
  const Result<Dossier> dossier = Dossier::open(path_, Access::read);
  ASSERT_FALSE(dossier.ok());
  EXPECT_NE(dossier.error().message.find("damaged"), std::string::npos) << dossier.error().message;
}

TEST_F(StoreTest, ASizeThatCannotBeIsDamage) {
  for (const char* table : {"documents", "pages"})
    for (const char* size : {"-1", "0", "99999999999", "9223372036854775807"}) {
      std::filesystem::remove(path_);
      {
        fill({reading("a", std::string(20000, 'x'))});
      }
      sqlite3* database = nullptr;
      ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
      const std::string sql = std::string("UPDATE ") + table + " SET size = " + size;
      ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
      sqlite3_close(database);
      const Result<Dossier> dossier = Dossier::open(path_, Access::read);
      ASSERT_TRUE(dossier.ok());
      const Status records = dossier->for_each_record([](const StoredDocument&) { return true; });
      const auto bytes = dossier->page_bytes(sha256_hex(std::string(20000, 'x')));
      EXPECT_NE(table[0] == 'd' ? records.ok() : bytes.ok(), true) << sql;
      const std::string message = table[0] == 'd' ? records.error().message : bytes.error().message;
      EXPECT_NE(message.find("is damaged"), std::string::npos) << message;
    }
}

TEST_F(StoreTest, TellsWhoHasAGivenId) {
  ReadPage first = reading("a", "one", "http://x.example/");
  first.page.given.id = "a";
  first.page.retrieved_at = "2000-01-02T00:00:00Z";
  const Dossier dossier = fill({first});
  Page page = first.page;
  EXPECT_FALSE(dossier.holder_of(page)->has_value());
  page.source = "b.html";
  EXPECT_EQ((*dossier.holder_of(page))->url, "http://x.example/");
  EXPECT_EQ((*dossier.holder_of(page))->retrieved_at, "2000-01-02T00:00:00Z");
  EXPECT_EQ((*dossier.holder_of(page))->source, "a.html");
  page.given.id.reset();
  EXPECT_FALSE(dossier.holder_of(page)->has_value());
}

TEST_F(StoreTest, OneWriterAtATime) {
  const Dossier writer = fill({reading("a", "one")});
  for (Access access : {Access::read, Access::write}) {
    const Result<Dossier> other = Dossier::open(path_, access);
    ASSERT_FALSE(other.ok());
    EXPECT_NE(other.error().message.find("locked"), std::string::npos) << other.error().message;
  }
}

TEST_F(StoreTest, TheJournalIsAppendOnlyAndItsChainIsChecked) {
  {
    fill({reading("a", "one"), reading("b", "two")});
  }
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &database), SQLITE_OK);
  EXPECT_NE(sqlite3_exec(database, "DELETE FROM journal", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_NE(sqlite3_exec(database, "UPDATE journal SET subject = 'x'", nullptr, nullptr, nullptr),
            SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database,
                         "DELETE FROM payloads; DROP TRIGGER journal_stays; UPDATE journal SET "
                         "subject = 'x' WHERE number = 2",
                         nullptr, nullptr, nullptr),
            SQLITE_OK);
  sqlite3_close(database);
  const Result<Dossier> dossier = Dossier::open(path_, Access::read);
  ASSERT_TRUE(dossier.ok());
  EXPECT_NE(dossier->check_journal().error().message.find("entry 2"), std::string::npos);
}

TEST_F(StoreTest, AKeyChangesWithBytesAndWithWhatReadsThem) {
  Page page = reading("a", "one").page;
  const std::uint64_t key = reading_key(page, "readers 1");
  EXPECT_NE(key, reading_key(page, "readers 2"));
  page.source = "elsewhere.html";
  EXPECT_EQ(key, reading_key(page, "readers 1"));
  page.given.id = "7";
  EXPECT_NE(key, reading_key(page, "readers 1"));
}

}  // namespace
}  // namespace recount
