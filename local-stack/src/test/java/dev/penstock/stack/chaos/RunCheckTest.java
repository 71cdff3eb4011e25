package dev.penstock.stack.chaos;

import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.chaos.worker.Runs;
import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.proof.LogFixture;
import dev.penstock.stack.history.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCheckTest {
    private static final String RUN = "begin j.0 1 1 0\nend j.0 1 1 0 done\n";

    @TempDir
    Path folder;

    @Test
    void aCompletionOfWhatNoHandlerBeganIsFound() throws IOException {
        assertThat(kinds("begin j.0 1 2 0\n", 0)).containsExactly(Kind.NEVER_RAN);
        assertThat(kinds(RUN, 0)).isEmpty();
    }

    @Test
    @DisplayName("A4: a job that ran although it was given up before any worker started is found")
    void ranAfterAbort() throws IOException {
        assertThat(kinds(RUN + "begin mass-7.0 1 1 0\n", 0)).containsExactly(Kind.RAN_AFTER_ABORT);
    }

    @Test
    void aMassThatWasNotGivenUpIsFound() throws IOException {
        assertThat(kinds(RUN, 3)).containsExactly(Kind.STUCK);
    }

    @Test
    void aSecondRunOfAnAttemptIsCounted() throws IOException {
        Runs runs = runs(RUN + RUN);
        assertThat(runs.count()).isEqualTo(2);
        assertThat(runs.reruns()).isEqualTo(1);
    }

    private List<Kind> kinds(String book, int mass) throws IOException {
        LogFixture log = new LogFixture().job("j.0").report("Succeeded", "e1", "j.0", 1, 0, "w1");
        log.event("AttemptStarted", "j.0", "e1", "\"lease\":" + lease(1, 0, "w1"));
        log.event("JobCompleted", "j.0", "e1", "\"lease\":" + lease(1, 0, "w1")).last();
        Proof proof = log.proof();
        RunCheck.check(proof, runs(book));
        RunCheck.givenUp(proof, mass);
        return proof.findings().first().stream().map(Finding::kind).toList();
    }

    private Runs runs(String book) throws IOException {
        return Runs.read(List.of(Files.writeString(folder.resolve("w1.runs"), book)));
    }
}
