package dev.penstock.ui.present.job;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.tree.Branch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A family as a tree; alike siblings without children are one node, those that are not shown are counted. */
final class FamilyTrees {
    /** So many alike in a row become one. */
    private static final int ALIKE = 4;

    private final Map<JobId, List<JobFact>> children = new HashMap<>();
    private final JobId here;

    private FamilyTrees(List<JobFact> family, JobId here) {
        this.here = here;
        for (JobFact job : family) {
            if (job.parent() != null) {
                children.computeIfAbsent(job.parent(), parent -> new ArrayList<>())
                        .add(job);
            }
        }
        Comparator<JobFact> byBirth = Comparator.comparing(
                        (JobFact job) -> job.times().createdAt())
                .thenComparing(job -> job.id().value());
        children.values().forEach(siblings -> siblings.sort(byBirth));
    }

    /**
     * A node.
     *
     * @param jobs one, or several that are alike
     * @param hidden not zero: so many children of {@code jobs} that are not shown
     */
    record Kin(List<JobFact> jobs, int hidden) {
        JobFact first() {
            return jobs.getFirst();
        }
    }

    /** {@code family} holds the root; {@code here} is never folded into others. */
    static Branch<Kin> of(List<JobFact> family, JobId root, JobId here) {
        JobFact first =
                family.stream().filter(job -> job.id().equals(root)).findFirst().orElse(family.getFirst());
        FamilyTrees trees = new FamilyTrees(family, here);
        return trees.kin(trees.branch(first).folded(trees::likeness, ALIKE));
    }

    private Branch<JobFact> branch(JobFact job) {
        return new Branch<>(
                job,
                children.getOrDefault(job.id(), List.of()).stream()
                        .map(this::branch)
                        .toList());
    }

    private Object likeness(JobFact job) {
        boolean alone = job.id().equals(here) || job.children().total() > 0;
        return alone ? job.id() : job.type() + " " + job.status();
    }

    private Branch<Kin> kin(Branch<List<JobFact>> branch) {
        List<Branch<Kin>> inside =
                new ArrayList<>(branch.children().stream().map(this::kin).toList());
        JobFact first = branch.node().getFirst();
        int shown = children.getOrDefault(first.id(), List.of()).size();
        int hidden = branch.node().size() == 1 ? first.children().total() - shown : 0;
        if (hidden > 0) {
            inside.add(new Branch<>(new Kin(branch.node(), hidden), List.of()));
        }
        return new Branch<>(new Kin(branch.node(), 0), inside);
    }
}
