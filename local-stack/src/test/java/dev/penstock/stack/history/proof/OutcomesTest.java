package dev.penstock.stack.history.proof;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Law 4: every command has one outcome that names it, a dead letter, or is a copy. */
class OutcomesTest {
    private final LogFixture log = new LogFixture();

    @Test
    void anActWithoutAnOutcomeIsFound() {
        log.job("j.0").command("Abort", "a1", "j.0", "");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
    }

    @Test
    void aReportThatGotLostIsFoundAndACopyIsCounted() {
        startedAndCompleted("j.0", "w1", "w1");
        log.report("Succeeded", "e1", "j.0", 1, 0, "w1");
        assertThat(kinds(log.proof())).isEmpty();
        assertThat(log.proof().tally().copies()).containsEntry("Succeeded", 1L);
        log.job("k.0").report("Succeeded", "e2", "k.0", 1, 0, "w1");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
    }

    @Test
    void aTimerThatIsDueAndGotLostIsFoundAndAnObsoleteOneIsCounted() {
        log.job("j.0").command("DelayElapsed", "t1", "j.0", "\"timer\":7");
        assertThat(kinds(log.proof())).isEmpty();
        log.report("Failed", "f1", "j.0", 1, 0, "w1");
        log.event("AttemptStarted", "j.0", "f1", "\"lease\":" + lease(1, 0, "w1"));
        log.event("AttemptFailed", "j.0", "f1", "\"lease\":" + lease(1, 0, "w1"));
        log.event("RetryScheduled", "j.0", "f1", "\"timer\":" + (1 + log.offset()))
                .last();
        long timer = 1 + log.offset();
        assertThat(kinds(log.proof())).isEmpty();
        log.command("DelayElapsed", "t2", "j.0", "\"timer\":" + timer);
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
    }

    @Test
    void aDeadlineThatHasPassedAndWasOverlookedIsFound() {
        log.job("j.0", "\"startBefore\":" + log.in(1_000), "", "");
        log.later(999).command("DeadlinePassed", "d1", "j.0", "");
        assertThat(kinds(log.proof())).isEmpty();
        log.later(1).command("DeadlinePassed", "d2", "j.0", "");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
    }

    @Test
    void aFileAndAJobThatAreDueAndWereOverlookedAreFound() {
        log.job("j.0", "", "\"artifactRetention\":4000,\"deleteAfter\":9000", "")
                .starts("j.0");
        log.report("Attach", "f1", "j.0", 1, 0, "w1");
        log.event("ArtifactAttached", "j.0", "f1", "\"lease\":" + lease(1, 0, "w1"))
                .last();
        log.completes("j.0").later(3_999).command("ArtifactDue", "x1", "j.0", "");
        log.command("RetentionDue", "x2", "j.0", "");
        assertThat(kinds(log.proof())).isEmpty();
        log.later(6_000).command("ArtifactDue", "x3", "j.0", "").command("RetentionDue", "x4", "j.0", "");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME, Kind.NO_OUTCOME);
    }

    @Test
    void aSecondOutcomeOfOneCommandIsFoundAndOneOfItsCopyIsNot() {
        log.job("j.0").command("Abort", "a1", "j.0", "");
        log.event("JobAborted", "j.0", "a1", "").last();
        log.command("Abort", "a1", "j.0", "").refused("j.0", "a1", "WRONG_STATUS");
        assertThat(kinds(log.proof())).isEmpty();
        log.refused("j.0", "a1", "WRONG_STATUS");
        assertThat(kinds(log.proof())).containsExactly(Kind.SECOND_OUTCOME);
    }

    @Test
    void anOutcomeOfACommandThatNobodySentIsFound() {
        log.job("j.0").event("JobAborted", "j.0", "nobody", "").last();
        assertThat(kinds(log.proof())).contains(Kind.SECOND_OUTCOME);
    }

    @Test
    void commandsDecidedInAnotherOrderAreFound() {
        log.job("j.0").job("k.0");
        log.command("Abort", "a1", "j.0", "").command("Abort", "a2", "k.0", "");
        log.event("JobAborted", "k.0", "a2", "").last();
        log.event("JobAborted", "j.0", "a1", "").last();
        assertThat(kinds(log.proof())).contains(Kind.NO_OUTCOME, Kind.SECOND_OUTCOME);
    }

    @Test
    @DisplayName("S1.28: beside a burst submissions are decided in another order; one that is not, is found")
    void submissionsMayBeDecidedInAnyOrder() {
        log.submission("c1", "j.0")
                .submission("c2", "k.0")
                .submission("c1", "j.0")
                .submission("c3", "l.0");
        log.event("JobSubmitted", "l.0", "c3", "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
        log.event("JobSubmitted", "j.0", "c1", "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
        log.event("JobSubmitted", "k.0", "c2", "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
        assertThat(kinds(log.proof())).isEmpty();
        log.event("JobSubmitted", "l.0", "c3", "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
        assertThat(kinds(log.proof())).contains(Kind.SECOND_OUTCOME);
    }

    @Test
    @DisplayName("C10: a copy of the order to fire a schedule now needs no outcome of its own; the first one does")
    void aCopyOfATriggerIsCounted() {
        log.command("TriggerSchedule", "t1", "", "");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
        log.fact("ScheduleFired", "t1", "").last();
        log.command("TriggerSchedule", "t1", "", "");
        assertThat(kinds(log.proof())).doesNotContain(Kind.NO_OUTCOME);
    }

    @Test
    void whatTheRulesThrewIsFound() {
        log.job("j.0").command("Abort", "a1", "j.0", "").refused("j.0", "a1", "INTERNAL");
        assertThat(kinds(log.proof())).containsExactly(Kind.RULES_FAILED);
    }

    @Test
    void aCommandThatWasAcknowledgedAndIsNotThereIsFound() {
        assertThat(kinds(log.job("j.0").proof().holds(List.of("submit-j.0", "gone"))))
                .containsExactly(Kind.COMMAND_LOST);
    }

    @Test
    void garbageNeedsADeadLetterThatNamesItsPlace() {
        log.garbage("{not JSON");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
        Proof proof = log.deadLetterOfInput().proof();
        assertThat(kinds(proof)).isEmpty();
        assertThat(proof.tally().outcomes()).containsEntry("dead letters", 1L);
    }

    @Test
    @DisplayName("A7: a submission that was sent on to its partition needs no other outcome")
    void forwarding() {
        log.submission("c1", "j.0");
        assertThat(kinds(log.proof())).containsExactly(Kind.NO_OUTCOME);
        log.forwarded("c1", "j.0", "jobs.submissions-0-0");
        log.event("JobSubmitted", "j.0", "c1", "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
        assertThat(kinds(log.proof())).isEmpty();
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
