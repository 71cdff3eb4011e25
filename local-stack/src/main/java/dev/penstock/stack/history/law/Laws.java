package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Told;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of them. */
public final class Laws {
    private final UniqueLaw unique;
    private final List<Law> all;

    public Laws(Findings findings) {
        unique = new UniqueLaw(findings);
        all = List.of(
                unique,
                new LimitLaw(findings),
                new TimeLaw(findings),
                new AttemptLaw(findings),
                new ScheduleLaw(findings));
    }

    public void before(@Nullable Asked cause, JobModel job, Told told) {
        all.forEach(law -> law.before(cause, job, told));
    }

    public void after(JobModel job, Told told) {
        all.forEach(law -> law.after(job, told));
    }

    public void group(@Nullable Asked cause, List<Told> group, Map<String, JobModel> jobs) {
        all.forEach(law -> law.group(cause, group, jobs));
    }

    public void answered(@Nullable Asked cause, Told answer, Map<String, JobModel> jobs) {
        if (cause != null) {
            all.forEach(law -> law.answered(cause, answer, jobs));
        }
    }

    public void conclude() {
        all.forEach(Law::conclude);
    }

    /** What became of the submissions of unique jobs. */
    public Map<String, Long> unique() {
        return unique.outcomes();
    }
}
