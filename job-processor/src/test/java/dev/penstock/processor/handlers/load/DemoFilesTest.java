package dev.penstock.processor.handlers.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.processor.handlers.DemoPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("The same seed makes the same files, once")
    void sameSeed() throws IOException {
        DemoPlaces first = new DemoPlaces(folder.resolve("a"));
        DemoPlaces second = new DemoPlaces(folder.resolve("b"));
        new DemoFiles(first, 7).prepare();
        new DemoFiles(second, 7).prepare();

        assertThat(second.pictures().resolve(PictureFiles.name(3)))
                .hasSameBinaryContentAs(first.pictures().resolve(PictureFiles.name(3)));
        assertThat(second.recordsInbox().resolve(AccountFiles.name(4)))
                .hasSameTextualContentAs(first.recordsInbox().resolve(AccountFiles.name(4)));
        FileTime made = Files.getLastModifiedTime(first.pictures().resolve(PictureFiles.name(3)));
        new DemoFiles(first, 7).prepare();
        assertThat(Files.getLastModifiedTime(first.pictures().resolve(PictureFiles.name(3))))
                .isEqualTo(made);
    }

    @Test
    @DisplayName("The broom keeps the newest files, and leaves alone what is still being written")
    void sweeps() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Path file = Files.writeString(folder.resolve("file" + i), "x");
            Files.setLastModifiedTime(file, FileTime.fromMillis(i * 1_000L));
        }
        Files.writeString(folder.resolve(".being-written"), "x");

        new Broom(List.of(folder, folder.resolve("never-made")), 2).sweep();

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("file4", "file5", ".being-written");
    }

    @Test
    @DisplayName("About 12 of 1,000 telemetry files end in the middle of a line")
    void cutTelemetry() throws IOException {
        TelemetryFiles telemetry = new TelemetryFiles(folder);
        SplittableRandom random = new SplittableRandom(5);
        int cut = 0;
        for (int i = 0; i < 400; i++) {
            telemetry.write("usage", random);
            cut += Files.readString(folder.resolve("usage")).endsWith("}\n") ? 0 : 1;
        }
        assertThat(cut).isBetween(1, 15);
    }
}
