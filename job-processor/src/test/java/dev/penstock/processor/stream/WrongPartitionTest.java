package dev.penstock.processor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Report;
import dev.penstock.api.event.Ending;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.Partition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongPartitionTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("A7: a submission in the wrong partition is forwarded with its name, once")
    void aSubmissionInTheWrongPartitionIsForwarded() {
        String route = elsewhere(8);
        // The driver has one partition, 0, of what the processor takes for eight.
        try (OnePartition partition = new OnePartition(folder, 8)) {
            partition.submissions("{\"job\":\"" + route + ".0\",\"type\":\"email.send\",\"queue\":\"mail\"}");
            var forwarded = partition.records("jobs.submissions");
            assertThat(forwarded).hasSize(1);
            assertThat(forwarded.get(0).key()).isEqualTo(route);
            assertThat(Headers.text(forwarded.get(0).headers(), Intake.FORWARDED))
                    .isEqualTo("jobs.submissions-0-0");
            // The driver pipes what a topology writes to its own source back in: it is not forwarded again.
            assertThat(partition.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.reason()).contains("belongs in " + Partition.of(route, 8)));
        }
    }

    @Test
    @DisplayName("A6: a command in the wrong partition is a dead letter: nothing is written to the commands topic here")
    void aCommandInTheWrongPartitionIsADeadLetter() {
        String route = elsewhere(8);
        try (OnePartition partition = new OnePartition(folder, 8)) {
            var job = dev.penstock.api.job.JobId.of(route, "0");
            partition.send(
                    new Report.Succeeded(
                            job,
                            new dev.penstock.api.job.Lease(1, 1, 0, "w"),
                            null,
                            Duration.ZERO,
                            null,
                            List.of(),
                            false),
                    "t");
            assertThat(partition.deadLetters()).hasSize(1);
            assertThat(partition.eventTypes()).doesNotContain(Ending.JobCompleted.class);
        }
    }

    private static String elsewhere(int partitions) {
        for (int i = 0; ; i++) {
            if (Partition.of("x" + i, partitions) != 0) {
                return "x" + i;
            }
        }
    }
}
