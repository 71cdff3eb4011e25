package dev.penstock.ui.present.list;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobRow;
import dev.penstock.ui.view.JobsView.Cell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns that a reader may choose; status and job are always there (S2.4 to S2.13). */
public enum ListColumn {
    QUEUE(english("Queue"), true),
    BY(english("By"), true),
    CREATED(english("Created"), true),
    STARTED(english("Started"), false),
    FINISHED(english("Finished"), false),
    WAITED(english("Waited"), true),
    TOOK(english("Took"), true),
    ATTEMPTS(english("Attempts"), true),
    ERRORS(english("Errors"), false),
    PRIORITY(english("Priority"), false),
    PROGRESS(english("Progress"), false),
    CHILDREN(english("Children"), false),
    WORKER(english("Worker"), false);

    private final String head;
    private final boolean usual;

    ListColumn(String head, boolean usual) {
        this.head = head;
        this.usual = usual;
    }

    public String head() {
        return say(head);
    }

    /** As forms and the cookie name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that the text names, separated by dots, in our order; the usual ones without a text. */
    public static List<ListColumn> chosen(@Nullable String keys) {
        List<String> wanted = keys == null ? List.of() : List.of(keys.split("\\.", -1));
        return Arrays.stream(values())
                .filter(column -> keys == null ? column.usual : wanted.contains(column.word()))
                .toList();
    }

    Cell cell(JobFact job, JobRow row, Reader reader) {
        return switch (this) {
            case QUEUE -> text(row.queue());
            case BY -> text(row.by());
            case CREATED -> new Cell(head(), "", row.created(), null);
            case STARTED -> new Cell(head(), "–", reader.orNull(job.times().startedAt()), null);
            case FINISHED -> new Cell(head(), "–", reader.orNull(job.times().endedAt()), null);
            case WAITED -> new Cell(head(), "", null, row.waited());
            case TOOK -> new Cell(head(), "", null, row.took());
            case ATTEMPTS -> text(row.attempts());
            case ERRORS -> text(job.flags().errors() ? say("yes") : "–");
            case PRIORITY -> text(job.priority().lane());
            case PROGRESS -> text(row.progress() == null ? "–" : row.progress().text());
            case CHILDREN -> text(row.children() == null ? "–" : row.children().text());
            case WORKER -> text(job.worker() == null ? "–" : job.worker());
        };
    }

    private Cell text(String text) {
        return new Cell(head(), text, null, null);
    }
}
