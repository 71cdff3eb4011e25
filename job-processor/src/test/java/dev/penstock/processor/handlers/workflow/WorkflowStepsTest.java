package dev.penstock.processor.handlers.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.JobSubmitter;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.outbox.OutboxRelay;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.workflow.WorkflowStep.Step;
import dev.penstock.stack.fixture.TestDatabase;
import dev.penstock.stack.fixture.TestPostgres;
import dev.penstock.stack.process.Await;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WorkflowStepsTest {
    private static final WorkflowStep TRANSFER = new WorkflowStep("T-1", Step.WITHDRAW, "ana", "ben", 2_500);

    private TestDatabase database;
    private WorkflowSteps steps;

    @BeforeEach
    void open() {
        database = TestPostgres.shared().freshDatabase();
        steps = new WorkflowSteps(database::connect);
    }

    @Test
    @DisplayName(
            "S3.2: a step's state is recorded first, then the next step is submitted, with the instance number (S3.22)")
    void stateFirst() throws Exception {
        HandlerRun run = new HandlerKit().run(steps.handler(), TRANSFER);
        assertThat(run.result(WorkflowSteps.Stepped.class)).isEqualTo(new WorkflowSteps.Stepped(Step.WITHDRAW, 97_500));
        assertThat(query("SELECT step FROM transfer")).containsExactly("WITHDRAW");
        assertThat(query("SELECT count(*) FROM penstock_outbox")).containsExactly("1");

        Submitted submitted = new Submitted();
        try (OutboxRelay relay = steps.relay(submitted).start()) {
            assertThat(Await.until(Duration.ofMinutes(3), () -> relay.published() == 1))
                    .isTrue();
        }

        JobSpec next = submitted.jobs.getFirst();
        assertThat(next.instance()).isEqualTo("T-1");
        assertThat(next.payload().text()).contains("\"step\":\"DEPOSIT\"");
        assertThat(query("SELECT count(*) FROM penstock_outbox")).containsExactly("0");
    }

    @Test
    @DisplayName("S3.4: a step that fails is rolled back, the next step with it; what it was is reported")
    void rolledBack() throws Exception {
        HandlerRun run =
                new HandlerKit().run(steps.handler(), new WorkflowStep("T-2", Step.WITHDRAW, "ana", "ben", 100_001));

        assertThat(run.isTransient()).isTrue();
        assertThat(run.failure().message()).contains("ana has less than 100001 cents; the transaction is rolled back");
        assertThat(query("SELECT number FROM transfer")).isEmpty();
        assertThat(query("SELECT name FROM ledger_account")).isEmpty();
        assertThat(query("SELECT id FROM penstock_outbox")).isEmpty();
    }

    @Test
    @DisplayName(
            "S1.13: a step that runs again in the same round moves no money twice, and submits no second next step")
    void runsAgain() throws Exception {
        HandlerRun first = new HandlerKit().run(steps.handler(), TRANSFER);
        HandlerRun again = new HandlerKit().attempt(2).run(steps.handler(), TRANSFER);

        assertThat(again.result()).isEqualTo(first.result());
        assertThat(query("SELECT balance FROM ledger_account WHERE name = 'ana'"))
                .containsExactly("97500");
        assertThat(query("SELECT count(*) FROM penstock_outbox")).containsExactly("1");
    }

    @Test
    @DisplayName("S3.16: a step whose attempts are used up is aborted, by its type's policy")
    void policy() {
        JobPolicy policy = TypeDeclaration.of(WorkflowStep.class).policy();
        assertThat(policy.onExhausted()).isEqualTo(JobPolicy.OnExhausted.ABORTED);
        assertThat(policy.maxAttempts()).isEqualTo(3);
    }

    @Test
    @DisplayName("A transfer of nothing, or to the same account, fails at once; a database that is away is waited for")
    void failures() {
        HandlerRun nothing =
                new HandlerKit().run(steps.handler(), new WorkflowStep("T-3", Step.WITHDRAW, "ana", "ana", 10));
        assertThat(nothing.isTransient()).isFalse();
        assertThat(nothing.failure().message()).contains("from one account to another");
        WorkflowSteps away =
                new WorkflowSteps(new TestDatabase("jdbc:postgresql://127.0.0.1:1/none", "a", "b")::connect);
        assertThat(new HandlerKit().run(away.handler(), TRANSFER).isTransient()).isTrue();
    }

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    /** Takes what would go to Kafka. */
    private static final class Submitted implements JobSubmitter {
        final List<JobSpec> jobs = new CopyOnWriteArrayList<>();

        @Override
        public JobHandle submit(NewJob job) {
            jobs.add(job.spec(Instant.EPOCH));
            return new JobHandle("c-" + jobs.size(), JobId.of("next-" + jobs.size(), "0"), false);
        }

        @Override
        public List<JobHandle> submitAll(Iterable<NewJob> more) {
            List<JobHandle> handles = new ArrayList<>();
            more.forEach(job -> handles.add(submit(job)));
            return handles;
        }
    }
}
