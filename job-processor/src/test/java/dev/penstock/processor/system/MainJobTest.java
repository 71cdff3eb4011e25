package dev.penstock.processor.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.JobId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {
    @TempDir
    Path folder;

    @Test
    void aJobIsDispatchedFailsWaitsRunsAgainAndCompletes() throws Exception {
        try (Rig rig = new Rig(folder, 4)) {
            rig.processor();
            rig.queue("mail");
            JobId job = rig.submit("r1", "\"type\":\"email.send\",\"queue\":\"mail\",\"payload\":{\"to\":\"ana\"}");
            Hand hand = rig.hand("mail").beating();
            WorkOrder first = hand.dispatch(job, 1);
            assertThat(first.payload().text()).isEqualTo("{\"to\":\"ana\"}");
            hand.started(first);
            rig.events.await(job, Attempt.AttemptStarted.class);
            hand.failed(first, Duration.ofMillis(700));
            WorkOrder second = hand.dispatch(job, 2);
            assertThat(second.attempt()).isEqualTo(2);
            hand.succeeded(second);
            rig.events.await(job, Ending.JobCompleted.class);
            assertThat(rig.events.of(job))
                    .extracting(e -> e.getClass().getSimpleName())
                    .containsExactly(
                            Submission.JobSubmitted.class.getSimpleName(),
                            Attempt.AttemptStarted.class.getSimpleName(),
                            Attempt.AttemptFailed.class.getSimpleName(),
                            Waiting.RetryScheduled.class.getSimpleName(),
                            Submission.JobDispatched.class.getSimpleName(),
                            Attempt.AttemptStarted.class.getSimpleName(),
                            Ending.JobCompleted.class.getSimpleName());
        }
    }
}
