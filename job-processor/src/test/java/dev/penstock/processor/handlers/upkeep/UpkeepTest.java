package dev.penstock.processor.handlers.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("S2.15, S2.25: system jobs are of system types that cannot be stopped, in a queue of their own")
    void systemTypes() {
        for (TypeDeclaration<?> type :
                List.of(TypeDeclaration.of(RefactorData.class), TypeDeclaration.of(UpdateRelations.class))) {
            JobPolicy.Capabilities capabilities = type.policy().capabilities();
            assertThat(capabilities.system()).isTrue();
            assertThat(capabilities.stoppable()).isFalse();
            assertThat(type.queue()).isEqualTo("system");
        }
    }

    @Test
    @DisplayName("S2.25: a table is rewritten in the order of its ids, each once; a second run finds nothing to do")
    void refactors() throws Exception {
        Path table = folder.resolve("accounts.ndjson");
        Files.writeString(table, "{\"id\":\"B\",\"v\":1}\n{\"id\":\"A\",\"v\":2}\n{\"id\":\"B\",\"v\":3}\n");
        RefactorDataHandler handler = new RefactorDataHandler(folder);

        HandlerRun run = new HandlerKit().stopRequested().run(handler, new RefactorData("accounts"));

        assertThat(run.result(RefactorDataHandler.Refactored.class))
                .isEqualTo(new RefactorDataHandler.Refactored("accounts", 2, 1));
        assertThat(Files.readAllLines(table)).containsExactly("{\"id\":\"A\",\"v\":2}", "{\"id\":\"B\",\"v\":3}");
        HandlerRun again = new HandlerKit().run(handler, new RefactorData("accounts"));
        assertThat(again.result(RefactorDataHandler.Refactored.class).dropped()).isZero();
    }

    @Test
    @DisplayName("A table that is not there yet is a transient failure, one with a row without an id a permanent one")
    void failures() throws Exception {
        RefactorDataHandler handler = new RefactorDataHandler(folder);
        assertThat(new HandlerKit().run(handler, new RefactorData("later")).isTransient())
                .isTrue();
        Files.writeString(folder.resolve("bad.ndjson"), "{\"id\":\"A\"}\n{}\n");
        HandlerRun run = new HandlerKit().run(handler, new RefactorData("bad"));
        assertThat(run.isTransient()).isFalse();
        assertThat(run.failure().message()).contains("bad.ndjson, row 2 has no id");
    }

    @Test
    @DisplayName("S2.25: the relations of pictures and thumbnails are as they are on disk, orphans included")
    void relations() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path thumbnails = Files.createDirectories(folder.resolve("thumbnails"));
        Files.writeString(pictures.resolve("a.png"), "");
        Files.writeString(pictures.resolve("b.png"), "");
        Files.writeString(thumbnails.resolve("a-80.png"), "");
        Files.writeString(thumbnails.resolve("a-320.png"), "");
        Files.writeString(thumbnails.resolve("gone-80.png"), "");

        HandlerRun run =
                new HandlerKit().run(new UpdateRelationsHandler(pictures, thumbnails, folder), new UpdateRelations());

        assertThat(run.result(UpdateRelationsHandler.Updated.class))
                .isEqualTo(new UpdateRelationsHandler.Updated(2, 3, 1));
        assertThat(Files.readString(folder.resolve("pictures.json")))
                .isEqualTo(
                        "{\"thumbnails\":{\"a\":[\"a-320.png\",\"a-80.png\"],\"b\":[]},\"orphans\":[\"gone-80.png\"]}");
    }
}
