package dev.penstock.processor.handlers.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    @TempDir
    Path library;

    @TempDir
    Path folder;

    private IndexDocumentHandler indexing;
    private RebuildIndexHandler rebuilding;
    private SearchIndex index;

    @BeforeEach
    void write() throws IOException {
        indexing = new IndexDocumentHandler(library, folder);
        rebuilding = new RebuildIndexHandler(library, folder, InstantSource.system());
        index = new SearchIndex(folder);
        for (int i = 1; i <= 120; i++) {
            text(
                    "article-%03d.txt".formatted(i),
                    "Article " + i + "\nThe heron of village" + i + " watches the weir.\n");
        }
    }

    @Test
    @DisplayName("S1.3, S1.27: a document can be found once it is indexed, and only by what it says now")
    void indexes() throws Exception {
        HandlerRun run = new HandlerKit().run(indexing, new IndexDocument("article-007.txt"));
        assertThat(run.result(IndexDocumentHandler.Indexed.class).title()).isEqualTo("Article 7");
        new HandlerKit().run(indexing, new IndexDocument("article-008.txt"));
        assertThat(index.search("heron village7", 10)).containsExactly("article-007.txt");

        text("article-007.txt", "Article 7\nThe kingfisher has come.\n");
        new HandlerKit().run(indexing, new IndexDocument("article-007.txt"));

        assertThat(index.search("Kingfisher", 10)).containsExactly("article-007.txt");
        assertThat(index.search("village7", 10)).isEmpty();
        assertThat(index.size()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "S1.27, S2.19: the whole library is indexed anew, and what is gone is found no longer; the type may be restarted")
    void rebuilds() throws Exception {
        assertThat(TypeDeclaration.of(RebuildIndex.class)
                        .policy()
                        .capabilities()
                        .restartable())
                .isTrue();
        new HandlerKit().run(indexing, new IndexDocument("article-001.txt"));
        Files.delete(library.resolve("article-001.txt"));
        Path given = Files.createDirectories(folder.resolve("generation-of-a-job-that-was-given-up"));
        Files.setLastModifiedTime(given, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        HandlerRun run = new HandlerKit().run(rebuilding, new RebuildIndex("test"));

        assertThat(run.result(RebuildIndexHandler.Rebuilt.class).documents()).isEqualTo(119);
        assertThat(index.search("village1", 10)).isEmpty();
        assertThat(index.search("village120", 10)).containsExactly("article-120.txt");
        assertThat(folder.toFile().list((dir, name) -> name.startsWith("generation-")))
                .containsExactly(index.current());
    }

    @Test
    @DisplayName(
            "S2.16: a rebuilding that was stopped goes on behind its checkpoint; until it is whole the old index is searched")
    void rebuildingGoesOn() throws Exception {
        new HandlerKit().run(indexing, new IndexDocument("article-001.txt"));
        HandlerKit kit = new HandlerKit();
        HandlerRun stopped = kit.stopRequested().run(rebuilding, new RebuildIndex("test"));
        assertThat(stopped.stopped()).isTrue();
        assertThat(index.size()).isEqualTo(1);
        // Written while nobody built: it must not be missed, although the rebuilding has passed its name.
        text("article-000.txt", "Article 0\nWritten meanwhile.\n");

        HandlerRun run = kit.checkpoint(stopped.checkpoints().getLast()).run(rebuilding, new RebuildIndex("test"));

        assertThat(run.checkpoints()).as("the first fifty are not done again").hasSize(1);
        assertThat(run.result(RebuildIndexHandler.Rebuilt.class).documents()).isEqualTo(121);
        assertThat(index.search("meanwhile", 10)).containsExactly("article-000.txt");
        assertThat(index.search("village50", 10)).containsExactly("article-050.txt");
    }

    @Test
    @DisplayName(
            "A document that is not there yet, or an index that another worker writes, is a transient failure; a file that is no text a permanent one")
    void failures() throws Exception {
        assertThat(new HandlerKit()
                        .run(indexing, new IndexDocument("later.txt"))
                        .isTransient())
                .isTrue();
        try (IndexWriter other = index.writer(index.current())) {
            assertThat(other.isOpen()).isTrue();
            assertThat(new HandlerKit()
                            .run(indexing, new IndexDocument("article-001.txt"))
                            .isTransient())
                    .isTrue();
        }
        Files.write(library.resolve("picture.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xff});
        HandlerRun run = new HandlerKit().run(indexing, new IndexDocument("picture.txt"));
        assertThat(run.isTransient()).isFalse();
        assertThat(run.failure().message()).contains("picture.txt is not written in UTF-8");
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(library.resolve(name), text);
    }
}
