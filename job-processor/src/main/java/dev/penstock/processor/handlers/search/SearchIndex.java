package dev.penstock.processor.handlers.search;

import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The index on disk. Each generation of it lies in a folder of its own; the file {@code current} names the one that is
 * searched, so a new one is built beside it and takes its place in one move.
 */
public record SearchIndex(Path folder) {
    private static final String NAME = "name";
    private static final String TEXT = "text";
    private static final String TITLE = "title";
    private static final String CURRENT = "current";
    private static final String FIRST = "generation-0";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** A writer that takes little memory; whoever opens one is the only one who writes that generation. */
    IndexWriter writer(String generation) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(4);
        return new IndexWriter(directory(generation), config);
    }

    /** Puts a document in, in place of its last version. */
    static void put(IndexWriter writer, Library.Text text) throws IOException {
        Document document = new Document();
        document.add(new StringField(NAME, text.name(), Field.Store.YES));
        document.add(new TextField(TITLE, text.title(), Field.Store.YES));
        document.add(new TextField(TEXT, text.title() + "\n" + text.body(), Field.Store.NO));
        writer.updateDocument(new Term(NAME, text.name()), document);
    }

    /** The generation that is searched. */
    String current() throws IOException {
        Path file = folder.resolve(CURRENT);
        return Files.exists(file) ? Files.readString(file).strip() : FIRST;
    }

    /** Lets this generation be the one that is searched; deletes the last one, and those that nobody has gone on building. */
    void makeCurrent(String generation) throws IOException {
        String last = current();
        WholeFile.write(folder.resolve(CURRENT), generation + "\n");
        FileTime forgotten = FileTime.from(Instant.now().minus(FORGOTTEN));
        try (Stream<Path> all = Files.list(folder)) {
            for (Path other : (Iterable<Path>) all.filter(SearchIndex::isGeneration)::iterator) {
                boolean isLast = other.endsWith(last);
                if (!other.endsWith(generation)
                        && (isLast || Files.getLastModifiedTime(other).compareTo(forgotten) < 0)) {
                    delete(other);
                }
            }
        }
    }

    private static boolean isGeneration(Path path) {
        return Files.isDirectory(path) && String.valueOf(path.getFileName()).startsWith("generation-");
    }

    private static void delete(Path generation) throws IOException {
        try (Stream<Path> files = Files.list(generation)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(generation);
    }

    /** Names of the documents in which all these words are, the best first. */
    public List<String> search(String words, int most) throws IOException {
        Query query =
                new QueryBuilder(new StandardAnalyzer()).createBooleanQuery(TEXT, words, BooleanClause.Occur.MUST);
        try (Directory directory = directory(current())) {
            if (!DirectoryReader.indexExists(directory)) {
                return List.of();
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                List<String> names = new ArrayList<>();
                for (ScoreDoc hit : searcher.search(query == null ? new MatchNoDocsQuery() : query, most).scoreDocs) {
                    names.add(searcher.storedFields().document(hit.doc).get(NAME));
                }
                return names;
            }
        }
    }

    /** How many documents can be found. */
    public int size() throws IOException {
        try (Directory directory = directory(current())) {
            if (!DirectoryReader.indexExists(directory)) {
                return 0;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return reader.numDocs();
            }
        }
    }

    private Directory directory(String generation) throws IOException {
        return new NIOFSDirectory(folder.resolve(generation));
    }
}
