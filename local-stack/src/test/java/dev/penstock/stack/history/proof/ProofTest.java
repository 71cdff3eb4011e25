package dev.penstock.stack.history.proof;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Stand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One small log for each thing that can be wrong, and the logs next to it that are right. */
class ProofTest {
    private final LogFixture log = new LogFixture();

    @Test
    void aJobThatRunsAndCompletesIsRight() {
        startedAndCompleted("j.0", "w1", "w1");
        Proof proof = log.state("j.0", "COMPLETED", 3, 1).proof();
        proof.holds(List.of("submit-j.0", "s1", "e1")).hasNoStuckJob().agreesWithStateTopic();
        proof.agreesWith(Map.of("j.0", new Row("COMPLETED", 3, 1)));
        assertThat(proof.findings().first()).isEmpty();
        assertThat(proof.jobs().get("j.0").stand()).isEqualTo(Stand.COMPLETED);
        assertThat(proof.tally().outcomes()).containsEntry("accepted", 3L);
    }

    @Test
    @DisplayName(
            "A5: the completion of a worker that does not hold the lease is found, though job, attempt and number fit")
    void theWorkerIsCompared() {
        startedAndCompleted("j.0", "w1", "zombie");
        assertThat(kinds(log.proof())).contains(Kind.OLD_LEASE);
        assertThat(log.proof().findings().first().getFirst().sentence())
                .contains("zombie")
                .contains("jobs.commands-0@1");
    }

    @Test
    void theCompletionOfAnEarlierAttemptIsFound() {
        log.job("j.0").report("Started", "s1", "j.0", 1, 0, "w1");
        log.event("AttemptStarted", "j.0", "s1", "\"lease\":" + lease(1, 0, "w1"))
                .last();
        log.command("WorkerLost", "l1", "j.0", "\"lease\":" + lease(1, 0, "w1"));
        log.event("AttemptLost", "j.0", "l1", "\"lease\":" + lease(1, 0, "w1"));
        log.event("JobDispatched", "j.0", "l1", "\"dispatch\":" + dispatch(1, 2, 1 + log.offset()))
                .last();
        assertThat(kinds(log.proof())).isEmpty();
        log.report("Succeeded", "e1", "j.0", 1, 0, "w1");
        log.event("JobCompleted", "j.0", "e1", "\"lease\":" + lease(1, 0, "w1")).last();
        assertThat(kinds(log.proof())).contains(Kind.OLD_LEASE);
    }

    @Test
    void aSecondCompletionOfARoundIsFoundAndOneOfTheNextRoundIsNot() {
        startedAndCompleted("j.0", "w1", "w1");
        log.command("Restart", "r1", "j.0", "");
        log.event("JobRequeued", "j.0", "r1", "\"cause\":\"RESTART\",\"round\":2");
        log.event("JobDispatched", "j.0", "r1", "\"dispatch\":" + dispatch(2, 1, 1 + log.offset()))
                .last();
        assertThat(kinds(log.proof())).isEmpty();
        log.report("Succeeded", "e2", "j.0", 1, 0, "w1");
        log.event("JobCompleted", "j.0", "e2", "").last();
        log.report("Succeeded", "e3", "j.0", 1, 0, "w1");
        log.event("JobCompleted", "j.0", "e3", "").last();
        assertThat(kinds(log.proof())).contains(Kind.SECOND_COMPLETION, Kind.ILLEGAL_TRANSITION);
    }

    @Test
    void aTransitionThatTheStatusDoesNotAllowIsFound() {
        startedAndCompleted("j.0", "w1", "w1");
        log.command("Retry", "r1", "j.0", "");
        log.event("AttemptStarted", "j.0", "r1", "").last();
        assertThat(kinds(log.proof())).contains(Kind.ILLEGAL_TRANSITION);
    }

    @Test
    void aCommandThatLeadsWhereItMayNotIsFoundThoughEachEventMayHappen() {
        log.job("j.0").command("RunNow", "n1", "j.0", "");
        log.event("JobAborted", "j.0", "n1", "").last();
        assertThat(kinds(log.proof())).containsExactly(Kind.ILLEGAL_TRANSITION);
    }

    @Test
    void whatBeganWithoutTheClaimItNeededIsFound() {
        log.submission("s", "j.0");
        log.event(
                        "JobSubmitted",
                        "j.0",
                        "s",
                        "\"dispatch\":" + dispatch(1, 1, 0).replace("false", "true"))
                .last();
        log.report("Started", "s1", "j.0", 1, 0, "w1");
        log.event("AttemptStarted", "j.0", "s1", "\"claimed\":false,\"lease\":" + lease(1, 0, "w1"))
                .last();
        assertThat(kinds(log.proof())).containsExactly(Kind.ILLEGAL_TRANSITION);
    }

    @Test
    void aVersionThatIsMissingOrComesTwiceIsFound() {
        log.job("j.0").command("Abort", "a1", "j.0", "");
        log.event("JobAborted", "j.0", "a1", "", 3).last();
        assertThat(kinds(log.proof())).containsExactly(Kind.VERSION);
    }

    @Test
    void aLeaseNumberThatDoesNotComeFromItsCommandIsFound() {
        log.job("j.0")
                .command("Abort", "a1", "j.0", "")
                .event("JobAborted", "j.0", "a1", "")
                .last();
        log.command("Retry", "r1", "j.0", "").event("JobRequeued", "j.0", "r1", "\"round\":2");
        log.event("JobDispatched", "j.0", "r1", "\"dispatch\":" + dispatch(2, 1, 77))
                .last();
        assertThat(kinds(log.proof())).containsExactly(Kind.LEASE_NUMBER);
    }

    @Test
    void aJobThatStandsStillIsNamed() {
        Proof proof = log.job("j.0").proof().hasNoStuckJob();
        assertThat(kinds(proof)).containsExactly(Kind.STUCK);
        assertThat(proof.findings().first().getFirst().toString())
                .contains("j.0")
                .contains("QUEUED");
    }

    @Test
    void aFailedJobWithoutADeadLetterIsFound() {
        log.job("j.0").report("Failed", "f1", "j.0", 1, 0, "w1");
        log.event("AttemptStarted", "j.0", "f1", "\"lease\":" + lease(1, 0, "w1"));
        log.event("AttemptFailed", "j.0", "f1", "\"lease\":" + lease(1, 0, "w1"));
        log.event("JobFailed", "j.0", "f1", "\"why\":\"PERMANENT\"").last();
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_DEAD_LETTER);
        assertThat(kinds(log.deadLetterOf("j.0").proof())).isEmpty();
    }

    @Test
    void aWaitingParentThatCompletesBeforeItsChildIsFound() {
        log.job("p.0").report("Started", "s1", "p.0", 1, 0, "w1");
        log.event("AttemptStarted", "p.0", "s1", "\"lease\":" + lease(1, 0, "w1"))
                .last();
        log.report("Succeeded", "e1", "p.0", 1, 0, "w1");
        log.event("JobSubmitted", "p.c", "e1", "\"parent\":\"p.0\"");
        log.event("AttemptSucceeded", "p.0", "e1", "\"lease\":" + lease(1, 0, "w1"))
                .last();
        assertThat(kinds(log.proof())).isEmpty();
        log.command("Abort", "a1", "p.c", "");
        log.event("JobCompleted", "p.0", "a1", "");
        log.event("JobAborted", "p.c", "a1", "").last();
        assertThat(kinds(log.proof())).containsExactly(Kind.PARENT_BEFORE_CHILD);
    }

    @Test
    void aStateThatDiffersFromTheFoldIsFound() {
        startedAndCompleted("j.0", "w1", "w1");
        Proof proof = log.state("j.0", "RUNNING", 2, 1).proof().agreesWithStateTopic();
        assertThat(kinds(proof)).containsExactly(Kind.STATE_DIFFERS);
    }

    @Test
    void aRowThatDiffersIsMissingOrTooManyIsFound() {
        startedAndCompleted("j.0", "w1", "w1");
        assertThat(kinds(log.proof().agreesWith(Map.of("j.0", new Row("COMPLETED", 3, 2)))))
                .containsExactly(Kind.TABLE_DIFFERS);
        assertThat(kinds(log.proof().agreesWith(Map.of()))).containsExactly(Kind.TABLE_DIFFERS);
        assertThat(kinds(log.proof()
                        .agreesWith(Map.of("j.0", new Row("COMPLETED", 3, 1), "x.0", new Row("QUEUED", 1, 0)))))
                .containsExactly(Kind.TABLE_DIFFERS);
    }

    private void startedAndCompleted(String job, String holder, String reporter) {
        log.job(job).report("Started", "s1", job, 1, 0, holder);
        log.event("AttemptStarted", job, "s1", "\"lease\":" + lease(1, 0, holder))
                .last();
        log.report("Succeeded", "e1", job, 1, 0, reporter);
        log.event("JobCompleted", job, "e1", "\"lease\":" + lease(1, 0, reporter))
                .last();
    }

    private static List<Kind> kinds(Proof proof) {
        return proof.findings().first().stream().map(Finding::kind).toList();
    }
}
