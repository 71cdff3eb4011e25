package dev.penstock.processor.handlers.search;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.TransientFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Builds a new generation of the index beside the present one, in batches with a checkpoint behind each, then takes in what
 * was written meanwhile and puts it in the other's place. Until that moment nobody sees anything of it.
 */
public final class RebuildIndexHandler implements JobHandler<RebuildIndex> {
    private static final int BATCH = 50;

    /** Clocks of file systems are coarse. */
    private static final Duration COARSE = Duration.ofSeconds(5);

    private final Library library;
    private final SearchIndex index;
    private final InstantSource clock;

    public RebuildIndexHandler(Path library, Path index, InstantSource clock) {
        this.library = new Library(library);
        this.index = new SearchIndex(index);
        this.clock = clock;
    }

    /** What the job leaves behind. */
    public record Rebuilt(int documents) {}

    /**
     * How far a run came.
     *
     * @param since what was written from then on is taken in at the end
     * @param last name of the last document that is in; empty if none is
     */
    record Reached(Instant since, String last, int documents) {
        Reached behind(String name) {
            return new Reached(since, name, documents + 1);
        }
    }

    @Override
    public @Nullable Rebuilt run(RebuildIndex order, JobContext context) throws IOException, InterruptedException {
        Reached reached = context.checkpoint(Reached.class)
                .orElse(new Reached(clock.instant().minus(COARSE), "", 0));
        String generation = "generation-" + context.idempotencyKey() + "-" + context.round();
        try (IndexWriter writer = index.writer(generation)) {
            if (writer.getDocStats().numDocs < reached.documents()) {
                context.log("What the last run built is not on this machine: beginning again");
                reached = new Reached(clock.instant().minus(COARSE), "", 0);
            }
            reached = build(writer, reached, context);
            return reached == null ? null : finish(writer, generation, reached, context);
        } catch (LockObtainFailedException e) {
            throw new TransientFailure("Another run of job " + context.job() + " is still writing " + generation, e);
        }
    }

    /** Puts in what is missing; null if it was asked to stop on the way. */
    private @Nullable Reached build(IndexWriter writer, Reached start, JobContext context) throws IOException {
        Reached reached = start;
        List<String> names = library.names();
        for (String name : names) {
            if (name.compareTo(start.last()) <= 0) {
                continue;
            }
            SearchIndex.put(writer, library.text(name));
            reached = reached.behind(name);
            if (reached.documents() % BATCH == 0) {
                writer.commit();
                context.checkpoint(reached);
                context.progress(reached.documents(), names.size(), "documents");
                if (context.stopRequested()) {
                    return null;
                }
            }
        }
        return reached;
    }

    private Rebuilt finish(IndexWriter writer, String generation, Reached reached, JobContext context)
            throws IOException, InterruptedException {
        try (IndexLock lock = IndexLock.of(index.folder())) {
            assert lock != null;
            for (String name : library.names(FileTime.from(reached.since()))) {
                SearchIndex.put(writer, library.text(name));
            }
            writer.commit();
            int documents = writer.getDocStats().numDocs;
            index.makeCurrent(generation);
            context.log(documents + " documents can be found");
            return new Rebuilt(documents);
        }
    }
}
