package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Told;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a feature. It is shown every partition from its beginning to its end, one after the other; a cause is null when
 * the log does not have it, which is found elsewhere.
 */
public interface Law {
    /** An event of a job, before it is folded into it. */
    default void before(@Nullable Asked cause, JobModel job, Told told) {}

    /** The same event, folded. */
    default void after(JobModel job, Told told) {}

    /** All that came of one command. */
    default void group(@Nullable Asked cause, List<Told> group, Map<String, JobModel> jobs) {}

    /** A command was refused or ignored. */
    default void answered(Asked cause, Told answer, Map<String, JobModel> jobs) {}

    /** The log has been read. */
    default void conclude() {}
}
