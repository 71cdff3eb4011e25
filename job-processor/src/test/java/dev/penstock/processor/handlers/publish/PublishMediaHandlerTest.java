package dev.penstock.processor.handlers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Report.Await;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.api.worker.family.ChildEnd;
import dev.penstock.processor.handlers.media.MakeThumbnailsHandler;
import dev.penstock.processor.handlers.search.IndexDocumentHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishMediaHandlerTest {
    private static final PublishMedia ORDER =
            new PublishMedia("a.png", "A weir", "By the heron.", List.of(80, 320), "ana");
    private static final ChildEnd SMALL = thumbnail(80);
    private static final ChildEnd LARGE = thumbnail(320);
    private static final ChildEnd INDEX = HandlerKit.completed(
            "index", "search.index", new IndexDocumentHandler.Indexed("publication-a.txt", "A weir"));

    @TempDir
    Path library;

    private final HandlerKit kit = new HandlerKit();
    private PublishMediaHandler handler;

    @BeforeEach
    void make() {
        handler = new PublishMediaHandler(library);
    }

    @Test
    @DisplayName("S1.15, S1.18: a publication spawns its thumbnails and waits for them")
    void spawnsThumbnails() throws Exception {
        HandlerRun run = kit.run(handler, ORDER);

        assertThat(run.spawned().keySet()).containsExactly("thumbnail-80", "thumbnail-320");
        assertThat(run.spawned().get("thumbnail-80").payload().text())
                .isEqualTo("{\"picture\":\"a.png\",\"widths\":[80]}");
        assertThat(run.family().awaited()).isEqualTo(Await.ALL);
        assertThat(Files.readString(library.resolve("publication-a.txt"))).isEqualTo("A weir\nBy the heron.\n");
        assertThat(kit.attempt(2).run(handler, ORDER).spawned().keySet())
                .as("a run that is repeated gives the same names")
                .containsExactly("thumbnail-80", "thumbnail-320");
    }

    @Test
    @DisplayName("S1.16, S1.17: index after thumbnails, notice after index, and the end with the children's results")
    void inOrder() {
        HandlerRun second = kit.childrenEnded(SMALL, LARGE).run(handler, ORDER);
        assertThat(types(second)).containsExactly("search.index");
        assertThat(second.family().awaited()).isEqualTo(Await.ALL);

        HandlerRun third = kit.childrenEnded(SMALL, LARGE, INDEX).run(handler, ORDER);
        assertThat(types(third)).containsExactly("notify");
        assertThat(third.family().jobs().getFirst().payload().text()).contains("Published: A weir", "\"user\":\"ana\"");

        ChildEnd notice = HandlerKit.completed("notice", "notify", null);
        HandlerRun last = kit.childrenEnded(SMALL, LARGE, INDEX, notice).run(handler, ORDER);
        assertThat(last.isDone()).isTrue();
        assertThat(last.result(PublishMediaHandler.Published.class))
                .isEqualTo(new PublishMediaHandler.Published(
                        "publication-a.txt", List.of("a-80.png", "a-320.png"), "ana"));
    }

    @Test
    @DisplayName("S1.16: a publication whose thumbnail failed fails, and says of what")
    void aChildFailed() {
        HandlerRun run = kit.childrenEnded(
                        SMALL, HandlerKit.failed("thumbnail-320", "media.thumbnail", "a.png is damaged"))
                .run(handler, ORDER);

        assertThat(run.isTransient()).isFalse();
        assertThat(run.failure().message())
                .isEqualTo("a.png cannot be published: its thumbnail-320 is FAILED. a.png is damaged");
        HandlerRun empty = kit.run(handler, new PublishMedia("a.png", "A weir", "", List.of(), "ana"));
        assertThat(empty.failure().message()).contains("at least one thumbnail");
    }

    private static ChildEnd thumbnail(int width) {
        return HandlerKit.completed(
                "thumbnail-" + width,
                "media.thumbnail",
                new MakeThumbnailsHandler.Made(List.of("a-" + width + ".png")));
    }

    private static List<String> types(HandlerRun run) {
        return run.family().jobs().stream().map(JobSpec::type).toList();
    }
}
