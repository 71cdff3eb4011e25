package dev.penstock.stack.history.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.stack.history.law.Laws;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Kin;
import dev.penstock.stack.history.model.Stand;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads a log that has come to rest and says whether anything is wrong with it. */
public final class Proof {
    private final Pages pages;
    private final Map<String, JobModel> jobs = new HashMap<>();
    private final Findings findings = new Findings();
    private final Tally tally = new Tally();
    private final Laws laws = new Laws(findings);

    private Proof(Pages pages) {
        this.pages = pages;
    }

    /** Walks through every partition; what is proven beyond that is asked of the result. */
    public static Proof of(Pages pages) {
        Proof proof = new Proof(pages);
        pages.walkable(proof.tally)
                .forEach(partition -> new Walk(partition, proof.jobs, proof.findings, proof.tally, proof.laws).walk());
        proof.laws.conclude();
        Walk.each(proof.jobs, proof::look);
        return proof;
    }

    private void look(JobModel job) {
        tally.stands(job);
        if (job.stand() == Stand.FAILED && !pages.deadJobs().contains(job.id())) {
            findings.add(Kind.NO_DEAD_LETTER, job.id(), "it failed at " + job.last() + " and has no dead letter");
        }
    }

    /** No command that was acknowledged is missing. */
    public Proof holds(Collection<String> acknowledged) {
        Set<String> ids = pages.ids();
        acknowledged.stream()
                .filter(id -> !ids.contains(id))
                .forEach(id -> findings.add(
                        Kind.COMMAND_LOST, id, "the command was acknowledged by Kafka and is not in the log"));
        return this;
    }

    /** Every job is at an end, or waits for a person, itself or by its children. */
    public Proof hasNoStuckJob() {
        Walk.each(jobs, job -> {
            if (!Kin.isOver(job, jobs)) {
                findings.add(
                        Kind.STUCK,
                        job.id(),
                        "it is " + job.stand() + " and nothing moves it; its last event lies at " + job.last()
                                + (job.holder() == null ? "" : ", it is held with " + job.holder()));
            }
        });
        return this;
    }

    /** {@code jobs.state} says of every job what its events say. */
    public Proof agreesWithStateTopic() {
        Map<String, JsonNode> states = pages.states();
        Walk.each(jobs, job -> {
            JsonNode state = states.get(job.id());
            Row said = state == null ? Row.NONE : Row.of(state.path("job"));
            compare(Kind.STATE_DIFFERS, job, said, "jobs.state");
        });
        return this;
    }

    /** The table {@code job} says of every job what its events say. */
    public Proof agreesWith(Map<String, Row> table) {
        Walk.each(jobs, job -> compare(Kind.TABLE_DIFFERS, job, table.getOrDefault(job.id(), Row.NONE), "PostgreSQL"));
        table.keySet().stream()
                .filter(id -> !jobs.containsKey(id))
                .forEach(
                        id -> findings.add(Kind.TABLE_DIFFERS, id, "PostgreSQL has a row of a job that the log lacks"));
        return this;
    }

    private void compare(Kind kind, JobModel job, Row said, String who) {
        Row due = job.stand() == Stand.DELETED ? Row.NONE : new Row(job.stand().name(), job.version(), job.attempts());
        if (!due.equals(said)) {
            findings.add(
                    kind,
                    job.id(),
                    who + " says " + said + ", its events say " + due + " (last at " + job.last() + ")");
        }
    }

    public Findings findings() {
        return findings;
    }

    /** What became of submissions of unique jobs. */
    public Map<String, Long> unique() {
        return laws.unique();
    }

    public Tally tally() {
        return tally;
    }

    /** Every job by its id. */
    public Map<String, JobModel> jobs() {
        return Map.copyOf(jobs);
    }

    public Pages pages() {
        return pages;
    }
}
