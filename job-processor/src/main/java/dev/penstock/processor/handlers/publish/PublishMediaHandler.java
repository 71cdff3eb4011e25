package dev.penstock.processor.handlers.publish;

import dev.penstock.api.client.NewJob;
import dev.penstock.api.command.Report.Await;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.family.ChildEnd;
import dev.penstock.api.worker.family.Children;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.WholeFile;
import dev.penstock.processor.handlers.media.MakeThumbnails;
import dev.penstock.processor.handlers.media.MakeThumbnailsHandler;
import dev.penstock.processor.handlers.notice.Notify;
import dev.penstock.processor.handlers.search.IndexDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs once for each step, called back when the children of the last one have ended. Which step is next follows from the
 * children that are done, not from a note of its own: a run that is repeated spawns the same names, which does nothing, and
 * waits for the same call.
 */
public final class PublishMediaHandler implements JobHandler<PublishMedia> {
    private static final String INDEX = "index";
    private static final String NOTICE = "notice";

    private final Path library;

    public PublishMediaHandler(Path library) {
        this.library = library;
    }

    /** What the job leaves behind. */
    public record Published(String document, List<String> thumbnails, String told) {}

    @Override
    public @Nullable Published run(PublishMedia order, JobContext context) throws IOException {
        Children children = context.children().orElse(null);
        if (children == null) {
            return begin(order, context);
        }
        List<ChildEnd> done;
        try (Stream<ChildEnd> all = children.all()) {
            done = all.toList();
        }
        for (ChildEnd child : done) {
            if (!child.isCompleted()) {
                throw new PermanentFailure(order.picture() + " cannot be published: its " + child.name() + " is "
                        + child.status() + ". " + child.error());
            }
        }
        return next(order, done, context);
    }

    /** The text first: the index is made of it. */
    private @Nullable Published begin(PublishMedia order, JobContext context) throws IOException {
        if (order.widths().isEmpty()) {
            throw new PermanentFailure("A publication has at least one thumbnail: submit a new job with a width.");
        }
        WholeFile.write(Inside.of(library, document(order)), order.title() + "\n" + order.caption() + "\n");
        for (int width : order.widths()) {
            context.spawn("thumbnail-" + width, NewJob.of(new MakeThumbnails(order.picture(), List.of(width))));
        }
        context.awaitChildren(Await.ALL);
        return null;
    }

    private static @Nullable Published next(PublishMedia order, List<ChildEnd> done, JobContext context) {
        if (isDone(done, NOTICE)) {
            List<String> thumbnails = done.stream()
                    .filter(child -> child.name().startsWith("thumbnail-"))
                    .flatMap(child -> child.result(MakeThumbnailsHandler.Made.class).files().stream())
                    .toList();
            return new Published(document(order), thumbnails, order.tell());
        }
        if (isDone(done, INDEX)) {
            String text = "\"" + order.title() + "\" can be found, with "
                    + order.widths().size() + " thumbnails.";
            context.spawn(NOTICE, NewJob.of(new Notify(order.tell(), "Published: " + order.title(), text)));
        } else {
            context.spawn(INDEX, NewJob.of(new IndexDocument(document(order))));
        }
        context.awaitChildren(Await.ALL);
        return null;
    }

    private static boolean isDone(List<ChildEnd> done, String name) {
        return done.stream().anyMatch(child -> child.name().equals(name));
    }

    /** Publishing a picture again replaces its text. */
    private static String document(PublishMedia order) {
        return "publication-" + order.picture().replaceFirst("\\.[^.]*$", "") + ".txt";
    }
}
