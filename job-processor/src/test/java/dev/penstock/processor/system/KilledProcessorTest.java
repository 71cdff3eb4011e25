package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Attempt.AttemptLost;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Outcome.CommandRefused;
import dev.penstock.api.event.Submission.JobSubmitted;
import dev.penstock.api.job.JobId;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.stack.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessorTest {
    private static final String FIELDS = "\"type\":\"email.send\",\"queue\":\"mail\"";
    /** So that a dispatch is seen long before its transaction would be committed. */
    private static final Duration SELDOM = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "A1, B3: a processor killed between dispatch and commit is fenced; the job is dispatched twice and completes once")
    void aProcessorKilledBetweenDispatchAndCommit() throws Exception {
        try (Rig rig = new Rig(folder, 1)) {
            WriteSide first = rig.processor();
            rig.queue("mail");
            first.close();

            ChildProcess second = rig.processorProcess("second", SELDOM);
            JobId job = rig.submit("twice", FIELDS);
            Hand fast = rig.hand("mail").beating();
            Hand slow = rig.hand("mail").beating();
            WorkOrder seen = fast.dispatch(job, 1);
            second.kill();
            assertThat(rig.events.of(job))
                    .as("the dispatch was seen before it was committed")
                    .isEmpty();

            rig.processorProcess("third", Duration.ofMillis(100));
            rig.events.await(job, JobSubmitted.class);
            assertThat(slow.dispatch(job, 2)).isEqualTo(seen);
            fast.started(seen);
            slow.started(slow.dispatch(job, 2));
            rig.events.await("the second start is refused", e -> e.body() instanceof CommandRefused);
            slow.succeeded(seen);
            fast.succeeded(seen);
            rig.events.await(job, Ending.JobCompleted.class);
            assertThat(rig.events.of(job))
                    .filteredOn(e -> e instanceof Ending.JobCompleted)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("A8: a processor that was frozen for longer than a lease time kills nobody's lease")
    void aFrozenProcessorKillsNobodysLease() throws Exception {
        try (Rig rig = new Rig(folder, 1)) {
            ChildProcess processor = rig.processorProcess("frozen", Duration.ofMillis(100));
            Rig.await(
                    "the installation is there",
                    () -> rig.settings.keysFile().toFile().exists());
            Rig.await("its topics are there", () -> rig.has(rig.kafka.topics().events()));
            rig.queue("mail");
            JobId job = rig.submit("long", FIELDS);
            Hand hand = rig.hand("mail").beating();
            WorkOrder order = hand.dispatch(job, 1);
            hand.lists = List.of(new dev.penstock.api.dispatch.Beat.Held(job, order.number()));
            hand.started(order);
            rig.events.await(job, dev.penstock.api.event.Attempt.AttemptStarted.class);

            processor.pause();
            Thread.sleep(Rig.TIMING.lease().multipliedBy(2).toMillis());
            processor.resume();
            JobId after = rig.submit("after", FIELDS);
            rig.events.await(after, JobSubmitted.class);
            Thread.sleep(Rig.TIMING.lease().toMillis());
            hand.succeeded(order);
            rig.events.await(job, Ending.JobCompleted.class);
            assertThat(rig.events.of(job)).noneMatch(e -> e instanceof AttemptLost);
        }
    }
}
