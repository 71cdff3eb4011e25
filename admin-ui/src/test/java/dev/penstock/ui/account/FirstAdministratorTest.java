package dev.penstock.ui.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.right.Role;
import dev.penstock.ui.trouble.Trouble;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The one-time link of an installation in which nobody is yet. */
class FirstAdministratorTest {
    private static final String GOOD = "eleven boats by the weir";

    private final OwnDatabase own = database(ReadModel.fresh());
    private final OneTimeLinks links = new OneTimeLinks(own);
    private final Accounts accounts = new Accounts(own);

    @Test
    void ofSeveralWhoUseTheLinkAtOnceOneBecomesAdministrator() throws Exception {
        String link = links.forFirst().orElseThrow();
        assertThat(links.isForFirst(link)).isTrue();
        try (var threads = Executors.newFixedThreadPool(3)) {
            long let = threads
                    .invokeAll(Stream.of("ana", "ben", "carl")
                            .map(name -> (Callable<Boolean>) () -> tried(link, name))
                            .toList())
                    .stream()
                    .filter(future -> future.resultNow())
                    .count();
            assertThat(let).isEqualTo(1);
        }
        assertThat(accounts.all()).singleElement().satisfies(account -> {
            assertThat(account.role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(account.hasPassword()).isTrue();
        });
        assertThat(links.forFirst()).as("there is somebody now").isEmpty();
        assertThat(links.isForFirst(link)).isFalse();
    }

    @Test
    void aLinkWhoseTimeIsOverLetsNobodyIn() {
        String link = links.forFirst().orElseThrow();
        own.inTransaction(
                session -> session.change("UPDATE one_time_link SET expires_at = now() - interval '1 second'"));
        assertThat(links.isForFirst(link)).isFalse();
        assertThatThrownBy(() -> links.setUp(link, "ana", GOOD))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("its time is over");
        assertThat(accounts.none()).isTrue();
    }

    @Test
    void neitherPasswordsNorSecretsStandInTheDatabase() {
        String session = links.setUp(links.forFirst().orElseThrow(), "ana", GOOD);
        own.inTransaction(open -> {
            assertThat(open.list("SELECT password_hash FROM account", row -> row.getString(1)))
                    .singleElement()
                    .satisfies(hash -> assertThat(hash).startsWith("$2").doesNotContain(GOOD));
            assertThat(open.list("SELECT encode(secret_hash, 'hex') FROM session", row -> row.getString(1)))
                    .doesNotContain(session)
                    .hasSize(1);
            return session;
        });
    }

    private boolean tried(String link, String name) {
        try {
            links.setUp(link, name, GOOD);
            return true;
        } catch (Trouble e) {
            return false;
        }
    }

    private static OwnDatabase database(ReadModel model) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(model.database().jdbcUrl());
        source.setUser(model.reader());
        source.setPassword(model.reader());
        source.setCurrentSchema("penstock_ui");
        return new OwnDatabase(source);
    }
}
