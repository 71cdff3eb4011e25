package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Report;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Status;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is too large, too long or too far away is told what to do; and where a job goes that does not say where. */
class BoundsTest {
    private static final JobId JOB = new JobId("r1.0");
    /** 100,000 characters, 300,000 bytes. */
    private static final Json LARGE = new Json("\"" + "€".repeat(100_000) + "\"");

    private static final Json FITS = new Json("\"" + "€".repeat(87_000) + "\"");

    private final World world = new World();

    @BeforeEach
    void submit() {
        world.submit(JOB, "{\"type\":\"t\"}");
    }

    @Test
    @DisplayName("A1: payloads, checkpoints and results are measured in bytes, not in characters")
    void bytes_count() {
        assertThat(refusal(world.submit(new JobId("r2.0"), "{\"type\":\"t\",\"payload\":" + LARGE + "}"))
                        .sentence())
                .contains("its payload has 300002 bytes, at most 262144 are allowed", "Put the data into a store");
        assertThat(names(world.submit(new JobId("r3.0"), "{\"type\":\"t\",\"payload\":" + FITS + "}")))
                .containsExactly("JobSubmitted");
        Lease lease = world.start(JOB, "w1");
        assertThat(refusal(world.send(new Report.Checkpoint(JOB, lease, LARGE))))
                .satisfies(r -> assertThat(r.kind()).isEqualTo(RefusalKind.TOO_LARGE))
                .satisfies(r -> assertThat(r.sentence()).contains("300002 bytes, at most 262144"));
        assertThat(names(world.send(new Report.Checkpoint(JOB, lease, FITS)))).containsExactly("CheckpointSaved");
        assertThat(names(world.send(
                        new Report.Succeeded(JOB, lease, World.delivery(), Duration.ZERO, LARGE, List.of(), false))))
                .containsExactly("AttemptFailed", "JobFailed");
        assertThat(lastFailure().message()).contains("The result has 300002 bytes");
        assertThat(refusal(world.send(new Act.EditPayload(JOB, LARGE))).sentence())
                .contains("the payload has 300002 bytes");
        assertThat(names(world.send(new Act.EditPayload(JOB, FITS)))).containsExactly("JobRequeued", "JobDispatched");
    }

    @Test
    void a_handler_that_asks_for_an_impossible_wait_gets_the_back_off_and_is_told() {
        for (Duration asked : List.of(Duration.ofSeconds(-1), Duration.ofDays(367))) {
            Lease lease = world.start(JOB, "w1");
            Failure busy = new Failure(Failure.Kind.TRANSIENT, "E", "busy", "");
            assertThat(names(world.send(
                            new Report.Failed(JOB, lease, World.delivery(), Duration.ZERO, busy, asked, false))))
                    .containsExactly("AttemptFailed", "RetryScheduled");
            assertThat(lastFailure().message()).contains(asked.toString(), "not between 0 and 366 days", "busy");
            assertThat(world.job(JOB).run().waiting().due())
                    .isBetween(world.now, world.now.plus(Duration.ofSeconds(10)));
            world.send(new Act.RunNow(JOB));
        }
    }

    @Test
    void a_snooze_until_never_fails_the_job_with_what_to_do() {
        Lease lease = world.start(JOB, "w1");
        assertThat(names(world.send(new Report.Snooze(JOB, lease, World.delivery(), Duration.ofDays(36_500)))))
                .containsExactly("AttemptFailed", "JobFailed");
        assertThat(lastFailure().message()).contains("a wait is between 0 and 366 days", "Mend the handler");
        assertThat(world.job(JOB).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_job_that_names_no_queue_goes_to_the_one_of_its_type() {
        world.settings.put("queue/mail", Setting.Queue.named("mail", ""));
        world.settings.put("type/email.send", type("email.send", "mail"));
        JobId mail = new JobId("r2.0");
        world.submit(mail, "{\"type\":\"email.send\"}");
        assertThat(world.order(mail).queue()).isEqualTo("mail");
        assertThat(world.job(mail).queue()).isEqualTo("mail");
        JobId elsewhere = new JobId("r3.0");
        world.submit(elsewhere, "{\"type\":\"email.send\",\"queue\":\"default\"}");
        assertThat(world.order(elsewhere).queue()).isEqualTo("default");
        assertThat(world.order(JOB).queue()).as("of an undeclared type").isEqualTo("default");
    }

    @Test
    void a_type_whose_queue_nobody_declared_says_so() {
        world.settings.put("type/email.send", type("email.send", "mail"));
        assertThat(refusal(world.submit(new JobId("r2.0"), "{\"type\":\"email.send\"}"))
                        .sentence())
                .contains("there is no queue mail, to which its type sends jobs", "./penstock worker --queues mail");
    }

    private static Setting.Type type(String name, String queue) {
        return new Setting.Type(name, "", queue, JobPolicy.DEFAULT, Map.of());
    }

    private Failure lastFailure() {
        return world.events().stream()
                .filter(e -> e.body() instanceof Attempt.AttemptFailed)
                .map(e -> ((Attempt.AttemptFailed) e.body()).failure())
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
