package dev.penstock.processor.handlers.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyHandlerTest {
    @TempDir
    Path trays;

    @Test
    @DisplayName("S1.27: a notice lies in the user's tray, once however often the job runs (S1.13)")
    void tells() throws Exception {
        NotifyHandler handler = new NotifyHandler(trays);
        HandlerRun run = new HandlerKit().run(handler, new Notify("ana", "Ready", "Fetch it."));
        new HandlerKit().attempt(2).run(handler, new Notify("ana", "Ready", "Fetch it."));

        assertThat(trays.resolve("ana").toFile().list()).hasSize(1);
        assertThat(Files.readString(trays.resolve("ana")
                        .resolve(run.result(NotifyHandler.Told.class).file())))
                .contains("\"title\":\"Ready\"");
    }

    @Test
    @DisplayName("A notice for somebody who cannot be, or without a title, fails at once")
    void failures() {
        NotifyHandler handler = new NotifyHandler(trays);
        HandlerRun nobody = new HandlerKit().run(handler, new Notify("../root", "Ready", ""));
        assertThat(nobody.isTransient()).isFalse();
        assertThat(nobody.failure().message()).contains("\"../root\" is no plain file name");
        assertThat(new HandlerKit()
                        .run(handler, new Notify("ana", " ", ""))
                        .failure()
                        .message())
                .contains("A notice has a title");
    }
}
