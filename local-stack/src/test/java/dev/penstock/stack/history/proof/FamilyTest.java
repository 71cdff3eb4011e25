package dev.penstock.stack.history.proof;

import static dev.penstock.stack.history.proof.LogFixture.dispatch;
import static dev.penstock.stack.history.proof.LogFixture.lease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Stand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Children before the parent that waits for them. */
class FamilyTest {
    private final LogFixture log = new LogFixture();

    @Test
    void aParentThatCompletesAfterItsChildIsRight() {
        parentWaits("AttemptSucceeded", "");
        childIsAborted();
        log.event("ChildEnded", "p.0", "a1", "\"child\":\"p.c\"");
        log.event("JobCompleted", "p.0", "a1", "").last();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aParentThatIsCalledBeforeItsLastChildIsFoundUnlessItAskedForThat() {
        parentWaits("ChildrenAwaited", "\"mode\":\"ALL\",");
        log.command("RunNow", "n1", "p.c", "");
        log.event("JobDispatched", "p.0", "n1", "\"dispatch\":" + dispatch(1, 2, 1 + log.offset()))
                .last();
        assertThat(kinds()).containsExactly(Kind.PARENT_BEFORE_CHILD);
    }

    @Test
    void oneThatAskedToBeCalledAfterEachIsRight() {
        parentWaits("ChildrenAwaited", "\"mode\":\"EACH\",");
        log.command("RunNow", "n1", "p.c", "");
        log.event("JobDispatched", "p.0", "n1", "\"dispatch\":" + dispatch(1, 2, 1 + log.offset()))
                .last();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aParentThatWaitsForAStoppedChildWaitsForAPersonAndIsNotStuck() {
        parentWaits("AttemptSucceeded", "");
        assertThat(stuck()).hasSize(2);
        log.command("Continue", "x1", "p.0", "");
        log.event("JobStopped", "p.c", "x1", "")
                .event("ChildEnded", "p.0", "x1", "")
                .last();
        assertThat(stuck()).isEmpty();
    }

    @Test
    void aStoppedParentWithARunningChildIsFound() {
        parentWaits("AttemptSucceeded", "");
        log.command("Stop", "x1", "p.0", "")
                .event("JobStopped", "p.0", "x1", "")
                .last();
        assertThat(kinds()).containsExactly(Kind.PARENT_BEFORE_CHILD);
    }

    @Test
    void aStoppedParentThatIsResumedWaitsForItsChildrenAgain() {
        parentWaits("AttemptSucceeded", "");
        log.command("Stop", "x1", "p.0", "")
                .event("StopRequested", "p.0", "x1", "")
                .last();
        childIsAborted();
        log.event("JobStopped", "p.0", "a1", "").last();
        log.command("Resume", "r1", "p.0", "");
        log.event("JobRequeued", "p.0", "r1", "\"cause\":\"RESUME\",\"round\":1")
                .last();
        assertThat(kinds()).isEmpty();
        assertThat(log.proof().jobs().get("p.0").stand()).isEqualTo(Stand.WAITING_FOR_CHILDREN);
    }

    private void parentWaits(String event, String mode) {
        log.job("p.0").report("Started", "s1", "p.0", 1, 0, "w1");
        log.event("AttemptStarted", "p.0", "s1", "\"lease\":" + lease(1, 0, "w1"))
                .last();
        log.report("Spawn", "c1", "p.0", 1, 0, "w1");
        log.event("ChildrenSpawned", "p.0", "c1", "\"children\":[\"p.c\"]");
        log.event("JobSubmitted", "p.c", "c1", "\"parent\":\"p.0\",\"birth\":{\"generation\":1}")
                .last();
        String name = event.equals("ChildrenAwaited") ? "AwaitChildren" : "Succeeded";
        log.report(name, "e1", "p.0", 1, 0, "w1");
        log.event(event, "p.0", "e1", mode + "\"lease\":" + lease(1, 0, "w1")).last();
    }

    private void childIsAborted() {
        log.command("Abort", "a1", "p.c", "").event("JobAborted", "p.c", "a1", "");
    }

    private List<Kind> stuck() {
        return log.proof().hasNoStuckJob().findings().first().stream()
                .map(Finding::kind)
                .toList();
    }

    private List<Kind> kinds() {
        return log.proof().findings().first().stream().map(Finding::kind).toList();
    }
}
