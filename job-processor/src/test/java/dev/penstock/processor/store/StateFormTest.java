package dev.penstock.processor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.setting.Setting;
import dev.penstock.processor.decide.setting.Levels;
import dev.penstock.processor.due.Glance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A value that got a field at level 2, and another at level 3. */
class StateFormTest {
    private static final Glance REST = new Glance(Glance.Kind.RESTING, 0, Instant.EPOCH, "", "");
    private static final StateForm<Word> FIRST = new StateForm<>(Word.class, word -> REST, List.of());
    private static final StateForm<Word> THIRD = new StateForm<>(
            Word.class,
            word -> REST,
            List.of(word -> new Word(word.one(), null, word.three()), word -> new Word(word.one(), word.two(), null)));
    private static final Word FULL = new Word("a", "b", "c");

    record Word(String one, @Nullable String two, @Nullable String three) {}

    @Test
    @DisplayName("B14: nothing is written above the level that is allowed, though this version knows more")
    void nothingIsWrittenAboveTheLevelThatIsAllowed() {
        assertThat(THIRD.read(THIRD.write(FULL, 3))).isEqualTo(FULL);
        assertThat(THIRD.read(THIRD.write(FULL, 2))).isEqualTo(new Word("a", "b", null));
        assertThat(THIRD.read(THIRD.write(FULL, 1))).isEqualTo(new Word("a", null, null));
        assertThat(new String(THIRD.write(FULL, 1), StandardCharsets.UTF_8)).doesNotContain("two", "three");
        assertThat(FIRST.read(THIRD.write(FULL, 1)))
                .as("the version before reads it")
                .isEqualTo(new Word("a", null, null));
    }

    @Test
    @DisplayName("B14: a value of a higher level is not read, and the sentence says what to do")
    void aValueOfAHigherLevelIsNotRead() {
        assertThatThrownBy(() -> FIRST.read(THIRD.write(FULL, 2)))
                .isInstanceOf(NewerState.class)
                .hasMessageContaining("format level 2")
                .hasMessageContaining("start the newer version again");
    }

    @Test
    void theLevelIsTheLowestUntilSomebodyRaisesIt() {
        assertThat(Levels.allowed(null)).isEqualTo(1);
        assertThat(Levels.allowed(new Setting.Format("state", 99)))
                .as("no version writes what it does not know")
                .isEqualTo(Levels.LATEST);
        assertThat(Levels.objection(new Setting.Format("state", Levels.LATEST))).isNull();
        assertThat(Levels.objection(new Setting.Format("state", Levels.LATEST + 1)))
                .contains("newer version");
    }
}
