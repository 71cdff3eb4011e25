package dev.penstock.processor.handlers.search;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;

/** Puts one document into the index. A second run replaces what the first one put there. */
public final class IndexDocumentHandler implements JobHandler<IndexDocument> {
    private final Library library;
    private final SearchIndex index;

    public IndexDocumentHandler(Path library, Path index) {
        this.library = new Library(library);
        this.index = new SearchIndex(index);
    }

    /** What the job leaves behind. */
    public record Indexed(String document, String title) {}

    @Override
    public Indexed run(IndexDocument order, JobContext context) throws IOException, InterruptedException {
        Library.Text text = library.text(order.document());
        try (IndexLock lock = IndexLock.of(index.folder());
                IndexWriter writer = index.writer(index.current())) {
            assert lock != null;
            SearchIndex.put(writer, text);
            writer.commit();
        }
        context.log("\"" + text.title() + "\" can be found");
        return new Indexed(text.name(), text.title());
    }
}
