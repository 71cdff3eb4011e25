package dev.penstock.ui.act;

import dev.penstock.api.command.Act;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Verb;
import java.util.Locale;
import java.util.Optional;

/** Acts as they stand in addresses: {@code retry}, {@code force-stop}. */
public final class ActWords {
    private ActWords() {}

    /** The act of that name; empty if there is none, or if it takes more than a job. */
    public static Optional<Act> act(String word, JobId job) {
        return switch (word) {
            case "retry" -> Optional.of(new Act.Retry(job));
            case "delete" -> Optional.of(new Act.Delete(job));
            case "abort" -> Optional.of(new Act.Abort(job));
            case "run-now" -> Optional.of(new Act.RunNow(job));
            case "stop" -> Optional.of(new Act.Stop(job));
            case "force-stop" -> Optional.of(new Act.ForceStop(job));
            case "resume" -> Optional.of(new Act.Resume(job));
            case "restart" -> Optional.of(new Act.Restart(job));
            case "clear-review" -> Optional.of(new Act.ClearReview(job));
            default -> Optional.empty();
        };
    }

    /** The word of a verb. */
    public static String word(Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
