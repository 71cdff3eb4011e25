package dev.penstock.stack.chaos.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B14: the format level is the older one until it is raised")
class LevelWatchTest {
    private static final OptionalInt ONE = OptionalInt.of(1);
    private static final OptionalInt TWO = OptionalInt.of(2);

    private int allowed = 1;
    private int stored = 1;

    private final LevelWatch.Seen seen = new LevelWatch.Seen() {
        @Override
        public int allowed() {
            return allowed;
        }

        @Override
        public int stored() {
            return stored;
        }
    };

    @Test
    void valuesOfTheNewLevelWhileAnOlderProcessorMayReadThemAreFound() throws Exception {
        LevelWatch watch = new LevelWatch(seen, ONE, TWO);
        stored = 2;
        watch.look("processor-1 was replaced");
        allowed = 2;
        assertThat(kinds(watch)).containsExactly(Kind.FORMAT_LEVEL);
    }

    @Test
    void aLevelThatIsRaisedAndNeverWrittenIsFound() throws Exception {
        LevelWatch watch = new LevelWatch(seen, ONE, TWO);
        watch.raise(level -> allowed = level);
        assertThat(kinds(watch)).containsExactly(Kind.FORMAT_LEVEL);
    }

    @Test
    void aLevelThatRisesBehindTheLastProcessorIsRight() throws Exception {
        LevelWatch watch = new LevelWatch(seen, ONE, TWO);
        watch.look("processor-1 was replaced");
        watch.raise(level -> allowed = level);
        stored = 2;
        assertThat(kinds(watch)).isEmpty();
        assertThat(watch.sentence()).contains("nothing was stored above 1");
    }

    @Test
    void equalLevelsAreNotRaised() throws Exception {
        LevelWatch watch = new LevelWatch(seen, ONE, ONE);
        watch.raise(level -> {
            throw new AssertionError("raised to " + level);
        });
        assertThat(kinds(watch)).isEmpty();
        assertThat(watch.sentence()).contains("Both versions write format level 1");
    }

    private static List<Kind> kinds(LevelWatch watch) throws InterruptedException {
        Findings findings = new Findings();
        watch.conclude(findings);
        return findings.first().stream().map(Finding::kind).toList();
    }
}
