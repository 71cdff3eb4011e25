package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.outbox.Outbox;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import dev.penstock.stack.process.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BareBroker broker = BareBroker.fresh();
    private final TestDatabase database = TestPostgres.shared().freshDatabase();
    private final Outbox outbox = new Outbox();
    private final JobClient client = JobClient.at(broker.kafka());

    @BeforeEach
    void create() throws SQLException {
        try (Connection connection = database.connect()) {
            outbox.create(connection);
        }
    }

    @AfterEach
    void close() {
        client.close();
        broker.close();
    }

    private List<JobId> enqueue(int jobs) throws SQLException {
        List<JobId> ids = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < jobs; i++) {
                ids.add(Objects.requireNonNull(
                        outbox.enqueue(connection, NewJob.of("invoice.send", new Json("{\"n\":" + i + "}")))));
            }
            connection.commit();
        }
        return ids;
    }

    private long rows(String where) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM penstock_outbox WHERE " + where)) {
            count.next();
            return count.getLong(1);
        }
    }

    private boolean isEmpty() {
        try {
            return rows("true") == 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private List<String> submitted(int count) {
        List<String> jobs = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record :
                broker.records(broker.names().submissions(), count)) {
            try {
                jobs.add(Wire.mapper().readTree(record.value()).get("job").asText());
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        }
        return jobs;
    }

    @Test
    @DisplayName("S3.2: what is rolled back is never submitted, what is committed is, once")
    void jobs_follow_the_transaction() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            outbox.enqueue(connection, NewJob.of("invoice.send", Json.EMPTY));
            connection.rollback();
            assertThatThrownBy(() -> outbox.enqueue(connection, NewJob.of("no type", Json.EMPTY)))
                    .hasMessageContaining("a job type is made of");
        }
        List<JobId> ids = enqueue(3);
        try (OutboxRelay relay = new OutboxRelay(database::connect, outbox, client).start()) {
            assertThat(Await.until(PATIENCE, this::isEmpty)).isTrue();
            assertThat(relay.published()).isEqualTo(3);
        }
        assertThat(submitted(3))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(JobId::value).toList());
    }

    @Test
    void two_relays_share_the_work_and_double_nothing() throws Exception {
        List<JobId> ids = enqueue(3_000);
        try (OutboxRelay one = new OutboxRelay(database::connect, outbox, client).start();
                OutboxRelay two = new OutboxRelay(database::connect, outbox, client).start()) {
            one.wake();
            two.wake();
            assertThat(Await.until(PATIENCE, this::isEmpty)).isTrue();
        }
        assertThat(submitted(3_000)).hasSize(ids.size()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("S3.2: a relay that loses its database behind the submission submits again, under the same ids")
    void a_lost_commit_is_made_good() throws Exception {
        List<JobId> ids = enqueue(20);
        AtomicBoolean cut = new AtomicBoolean();
        JobSubmitter cutting = new JobSubmitter() {
            @Override
            public JobHandle submit(NewJob job) {
                return client.submit(job);
            }

            @Override
            public List<JobHandle> submitAll(Iterable<NewJob> jobs) {
                List<JobHandle> handles = client.submitAll(jobs);
                if (cut.compareAndSet(false, true)) {
                    cutOthers();
                }
                return handles;
            }
        };
        try (OutboxRelay relay = new OutboxRelay(database::connect, outbox, cutting).start()) {
            assertThat(Await.until(PATIENCE, this::isEmpty)).isTrue();
            assertThat(relay.published()).isEqualTo(20);
        }
        List<String> submitted = submitted(40);
        assertThat(submitted).hasSize(40);
        Set<String> made = new HashSet<>(submitted);
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(JobId::value).toList());
    }

    private void cutOthers() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND usename = current_user"
                    + " AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_row_that_is_no_submission_is_set_aside_with_its_reason() throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO penstock_outbox (spec) VALUES ('{\"nonsense\":true}')");
        }
        enqueue(1);
        try (OutboxRelay relay = new OutboxRelay(database::connect, outbox, client).start()) {
            assertThat(Await.until(PATIENCE, () -> relay.published() == 1)).isTrue();
        }
        assertThat(rows("refused LIKE '%type%'")).isEqualTo(1);
        assertThat(submitted(1)).hasSize(1);
    }
}
