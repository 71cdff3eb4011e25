package dev.penstock.processor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Timer;
import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.JobId;
import dev.penstock.api.topic.Headers;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acts that wait behind the submissions of their partition. */
class BehindTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "B5: an act on an unknown job goes behind the submissions with its bytes, comes back once, and is refused")
    void anActOnAnUnknownJobGoesBehindTheSubmissions() {
        try (OnePartition partition = new OnePartition(folder)) {
            JobId job = new JobId("r.nobody");
            partition.send(new Act.Abort(job), null);
            var behind = partition.records("jobs.submissions");
            assertThat(behind).hasSize(1);
            assertThat(behind.get(0).key()).isEqualTo("r");
            assertThat(Headers.text(behind.get(0).headers(), Intake.BEHIND)).isEqualTo("jobs.commands-0-0");
            // The driver pipes it back in. It is not signed: now it is asked for that.
            assertThat(partition.events())
                    .singleElement()
                    .satisfies(e -> assertThat(((Outcome.CommandRefused) e.body()).kind())
                            .isEqualTo(RefusalKind.FORGED));
        }
    }

    @Test
    @DisplayName("A7: what is no act does not come in behind the submissions")
    void onlyActsComeBack() {
        try (OnePartition partition = new OnePartition(folder)) {
            JobId job = partition.submit("a", "");
            partition.behind(new Timer.RetentionDue(job), "7");
            partition.behind(new Act.Abort(job), "seven");
            assertThat(partition.deadLetters())
                    .extracting(DeadLetter::reason)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("Only an act"),
                            second -> assertThat(second).contains("cannot be read"));
            assertThat(partition.eventTypes()).containsExactly(Submission.JobSubmitted.class);
        }
    }
}
