package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import dev.penstock.stack.history.model.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of one unique key at most one job lives; one that will be in its place waits for its end. A second submission is answered as its
 * rule says, and only if there is a first.
 */
final class UniqueLaw implements Law {
    private final Findings findings;
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Long> outcomes = new TreeMap<>();

    UniqueLaw(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void after(JobModel job, Told told) {
        UniqueKey unique = job.terms().unique();
        if (unique != null) {
            members.computeIfAbsent(unique.key(), key -> new TreeSet<>()).add(job.id());
        }
    }

    /** Looked at only when all of a command's events are folded: the one that is replaced ends in the same command. */
    @Override
    public void group(@Nullable Asked cause, List<Told> group, Map<String, JobModel> jobs) {
        for (Told told : group) {
            JobModel job = told.isAboutJob() ? jobs.get(told.key()) : null;
            UniqueKey unique = job == null ? null : job.terms().unique();
            if (job != null && unique != null) {
                alone(unique, job, told, jobs);
            }
            if (unique != null && told.event().equals("JobSubmitted")) {
                boolean replaces = group.size() > 1 && unique.rule().equals("REPLACE");
                count(replaces ? "admitted, in another's place" : "admitted");
            }
        }
    }

    private void alone(UniqueKey unique, JobModel job, Told told, Map<String, JobModel> jobs) {
        List<String> living = living(unique.key(), jobs, false);
        if (living.size() > 1 && living.contains(job.id())) {
            findings.add(
                    Kind.UNIQUE,
                    job.id(),
                    told + " came while " + living.size() + " jobs of the unique key " + unique.key() + " live: "
                            + living);
        }
    }

    private List<String> living(String key, Map<String, JobModel> jobs, boolean withFollowers) {
        List<String> living = new ArrayList<>();
        for (String id : members.getOrDefault(key, Set.of())) {
            JobModel job = jobs.get(id);
            UniqueKey now = job == null ? null : job.terms().unique();
            boolean has = now != null && now.key().equals(key);
            if (job != null
                    && has
                    && lives(job.stand())
                    && (withFollowers || !job.terms().follows())) {
                living.add(id);
            }
        }
        return living;
    }

    private static boolean lives(Stand stand) {
        return stand == Stand.STOPPED || (!stand.isEnd() && stand != Stand.NONE);
    }

    @Override
    public void answered(Asked cause, Told answer, Map<String, JobModel> jobs) {
        UniqueKey unique = cause.unique();
        JobModel same = jobs.get(cause.job());
        if (unique == null || (same != null && same.stand() != Stand.NONE)) {
            return;
        }
        boolean ignored = answer.event().equals("CommandIgnored");
        boolean conflict = answer.text("kind").equals("CONFLICT");
        if (!ignored && !conflict) {
            return;
        }
        count(ignored ? "ignored" : "refused");
        boolean fits = unique.rule().equals(ignored ? "IGNORE" : "REFUSE");
        if (!fits || living(unique.key(), jobs, true).isEmpty()) {
            findings.add(
                    Kind.UNIQUE,
                    cause.id(),
                    cause + " was " + (ignored ? "ignored" : "refused") + " by its rule " + unique.rule() + " while "
                            + living(unique.key(), jobs, true) + " of its unique key live");
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    Map<String, Long> outcomes() {
        return Map.copyOf(outcomes);
    }
}
