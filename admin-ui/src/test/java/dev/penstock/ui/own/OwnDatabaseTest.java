package dev.penstock.ui.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.trouble.Trouble;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The schema that admin-ui owns, in a real PostgreSQL, as the role of the UI. */
class OwnDatabaseTest {
    private static ReadModel model;
    private static OwnDatabase own;

    @BeforeAll
    static void make() {
        model = ReadModel.fresh();
        own = database();
    }

    @Test
    void twoProgramsThatStartTogetherMakeTheSchemaOnce() {
        List<OwnDatabase> programs =
                Stream.generate(OwnDatabaseTest::database).limit(3).toList();
        programs.stream()
                .map(one -> CompletableFuture.runAsync(one::ensure))
                .toList()
                .forEach(CompletableFuture::join);
        long first = own.inTransaction(session -> session.one(
                        "SELECT count(*) FROM flyway_schema_history WHERE version = '1'", row -> row.getLong(1))
                .orElse(0L));
        assertThat(first).isEqualTo(1);
    }

    @Test
    void whatThrowsLeavesNothingBehind() {
        assertThatThrownBy(() -> own.inTransaction(session -> {
                    session.change("INSERT INTO account (name, role) VALUES (?, ?)", "half", "USER");
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");
        assertThat(own.<Boolean>inTransaction(
                        session -> session.one("SELECT 1 FROM account WHERE name = ?", row -> true, "half")
                                .isPresent()))
                .isFalse();
    }

    @Test
    void theRoleThatOwnsItCanOnlyReadWhatTheProjectorMade() {
        assertThat(own.<Long>inTransaction(
                        session -> session.one("SELECT count(*) FROM penstock_read.job", row -> row.getLong(1))
                                .orElse(-1L)))
                .isNotNegative();
        assertThatThrownBy(() -> own.inTransaction(session -> session.change("DELETE FROM penstock_read.job")))
                .isInstanceOf(OwnDatabaseFailed.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void aRoleThatMayNotMakeTheSchemaIsToldWhoMust() {
        ReadModel other = ReadModel.fresh();
        other.execute("DO $$ BEGIN EXECUTE format('REVOKE CREATE ON DATABASE %I FROM " + other.reader()
                + "', current_database()); END $$");
        assertThatThrownBy(() -> database(other).ensure())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("CREATE SCHEMA penstock_ui AUTHORIZATION");
    }

    private static OwnDatabase database() {
        return database(model);
    }

    private static OwnDatabase database(ReadModel of) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(of.database().jdbcUrl());
        source.setUser(of.reader());
        source.setPassword(of.reader());
        source.setCurrentSchema("penstock_ui");
        return new OwnDatabase(source);
    }
}
