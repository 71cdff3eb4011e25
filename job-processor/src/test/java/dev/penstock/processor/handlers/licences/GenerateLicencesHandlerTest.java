package dev.penstock.processor.handlers.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateLicencesHandlerTest {
    @TempDir
    Path folder;

    private GenerateLicencesHandler handler;
    private final Runs runs = new Runs();

    @BeforeEach
    void make() {
        handler = new GenerateLicencesHandler(folder);
    }

    @Test
    @DisplayName("S0.19: hundreds of keys are written to a file, all different, all with a good check character")
    void generates() throws Exception {
        GenerateLicencesHandler.Generated made = runs.run(handler, new GenerateLicences("SOUND", 400));

        List<String> keys = Files.readAllLines(folder.resolve(made.file()));
        assertThat(keys).hasSize(400).doesNotHaveDuplicates().allMatch(key -> key.startsWith("SOUND-"));
        assertThat(keys).allMatch(key -> new LicenceKey(key).isValid());
        assertThat(runs.progress).endsWith("400/400");
    }

    @Test
    @DisplayName("S1.13: a second run of the job keeps the keys of the first")
    void secondRun() throws Exception {
        GenerateLicencesHandler.Generated first = runs.run(handler, new GenerateLicences("SOUND", 50));
        String before = Files.readString(folder.resolve(first.file()));

        assertThat(runs.<GenerateLicencesHandler.Generated, GenerateLicences>run(
                        handler, new GenerateLicences("SOUND", 50)))
                .isEqualTo(first);

        assertThat(folder.resolve(first.file())).hasContent(before);
        assertThat(files()).containsExactly(first.file());
    }

    @Test
    @DisplayName("A key file that was changed by hand is a permanent failure, not overwritten")
    void changedByHand() throws Exception {
        GenerateLicencesHandler.Generated first = runs.run(handler, new GenerateLicences("SOUND", 3));
        Files.writeString(folder.resolve(first.file()), "SOUND-00000-00000-00000-00000-0\n");

        assertThatThrownBy(() -> runs.run(handler, new GenerateLicences("SOUND", 3)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("was changed by hand");
    }

    @Test
    @DisplayName("The check character finds a mistyped character and two swapped neighbours")
    void checkCharacter() {
        String key = LicenceKey.random("SOUND", new SecureRandom()).text();
        char wrong = key.charAt(8) == 'A' ? 'B' : 'A';
        assertThat(new LicenceKey(key).isValid()).isTrue();
        assertThat(new LicenceKey(key.substring(0, 8) + wrong + key.substring(9)).isValid())
                .isFalse();

        String good = "SOUND-01234-56789-ABCDE-FGHJK-";
        String swapped = "SOUND-10234-56789-ABCDE-FGHJK-";
        assertThat(validEndings(good)).hasSize(1).doesNotContainAnyElementsOf(validEndings(swapped));
    }

    @Test
    @DisplayName("An order for no keys, too many, or a product code that is none is a permanent failure")
    void badOrders() {
        assertThatThrownBy(() -> runs.run(handler, new GenerateLicences("SOUND", 0)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("1 to 10000 keys, not 0");
        assertThatThrownBy(() -> runs.run(handler, new GenerateLicences("../x", 1)))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("two to eight capital letters");
    }

    private static List<String> validEndings(String key) {
        return "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=!"
                .chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter(check -> new LicenceKey(key + check).isValid())
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
