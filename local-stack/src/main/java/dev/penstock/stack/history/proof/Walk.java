package dev.penstock.stack.history.proof;

import dev.penstock.stack.history.law.Laws;
import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Door;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Stand;
import dev.penstock.stack.history.model.Told;
import dev.penstock.stack.history.model.Transitions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks through one partition as its single writer did: takes the events one group after the other (a group is what one command led
 * to), finds the command behind each, and thereby knows which commands were passed over in between, and how each job stood when
 * their turn came.
 */
final class Walk {
    private final Map<String, JobModel> jobs;
    private final Findings findings;
    private final Tally tally;
    private final Laws laws;
    private final Queue submissions;
    private final Queue commands;
    private final List<Told> events;
    private final Set<String> answered = new HashSet<>();

    Walk(Pages.Partition pages, Map<String, JobModel> jobs, Findings findings, Tally tally, Laws laws) {
        this.jobs = jobs;
        this.findings = findings;
        this.tally = tally;
        this.laws = laws;
        this.submissions = new Queue(pages.submissions());
        this.commands = new Queue(pages.commands());
        this.events = pages.events();
    }

    /** To the end of the partition. */
    void walk() {
        int at = 0;
        while (at < events.size()) {
            int end = endOfGroup(at);
            group(events.subList(at, end));
            at = end;
        }
        submissions.passAll(this::silent);
        commands.passAll(this::silent);
    }

    private int endOfGroup(int from) {
        String command = events.get(from).command();
        int at = from;
        while (at < events.size() && events.get(at).command().equals(command)) {
            at++;
            if (events.get(at - 1).last()) {
                break;
            }
        }
        return at;
    }

    private void group(List<Told> group) {
        Told first = group.getFirst();
        Asked cause = cause(first);
        if (cause == null) {
            String why = answered.contains(first.command())
                    ? " is a further outcome of the command " + first.command() + ", which lies there only once"
                    : " names the command " + first.command() + ", which is not in the log of this partition";
            findings.add(Kind.SECOND_OUTCOME, first.key(), first + why);
        }
        if (!group.getLast().last()) {
            findings.add(Kind.NO_OUTCOME, first.key(), group.getLast() + " is not the last of its command's outcome");
        }
        answered.add(first.command());
        if (first.isAnswer()) {
            answer(cause, first);
        } else {
            accepted(cause, group);
        }
    }

    private @Nullable Asked cause(Told first) {
        Asked submission = submissions.first(first.command());
        Asked command = commands.first(first.command());
        Asked cause = command != null ? command : submission;
        if (command != null) {
            commands.pass(command, this::silent);
        } else if (submission != null) {
            // Beside a burst those of other queues are decided before their turn (docs/adr/0017).
            submissions.take(submission);
        }
        return cause;
    }

    private void silent(Asked asked) {
        if (Copies.isOne(asked, job(asked.job()), answered.contains(asked.id()))) {
            tally.copy(asked);
        } else {
            JobModel job = job(asked.job());
            findings.add(
                    Kind.NO_OUTCOME,
                    asked.job(),
                    asked + " has no outcome and no dead letter; when its turn came the job was " + job.stand()
                            + (job.holder() == null ? "" : ", held with " + job.holder())
                            + (job.last() == null ? "" : ", last event at " + job.last()));
        }
    }

    private void answer(@Nullable Asked cause, Told told) {
        tally.answer(told);
        laws.answered(cause, told, jobs);
        if (told.text("kind").equals("INTERNAL")) {
            findings.add(Kind.RULES_FAILED, told.key(), told + ": " + told.text("sentence"));
        }
    }

    private void accepted(@Nullable Asked cause, List<Told> group) {
        tally.accepted();
        Set<String> touched = new HashSet<>();
        Map<String, Stand> before = new HashMap<>();
        for (Told told : group) {
            if (told.isAboutJob()) {
                JobModel job = job(told.key());
                if (touched.add(told.key())) {
                    before.put(told.key(), job.stand());
                    quoted(cause, job, told);
                }
                numbered(cause, told);
                FamilyCheck.check(job, told, jobs, findings);
                laws.before(cause, job, told);
                job.fold(told);
                laws.after(job, told);
                tally.event(told, job);
            }
        }
        laws.group(cause, group, jobs);
        if (cause != null) {
            before.forEach((key, stand) -> led(cause, job(key), stand));
        }
    }

    /** A report is believed only from who holds the lease, whatever event comes of it (failure scenario A5). */
    private void quoted(@Nullable Asked cause, JobModel job, Told told) {
        if (cause == null || cause.lease() == null || !cause.job().equals(job.id()) || cause.door() != Door.REPORT) {
            return;
        }
        boolean begins = job.holder() == null && cause.lease().isDispatchedAs(job.dispatch());
        if (!begins && !cause.lease().equals(job.holder())) {
            findings.add(
                    Kind.OLD_LEASE,
                    job.id(),
                    cause + " was accepted (" + told + ") while "
                            + (job.holder() == null ? "nobody held the job" : "the job was held with " + job.holder()));
        }
    }

    /** Lease and timer numbers come from the offset of their command: decided again, another command gives another number. */
    private void numbered(@Nullable Asked cause, Told told) {
        long number = JobModel.number(told);
        if (cause == null || number < 0) {
            return;
        }
        long due = cause.door() == Door.SUBMIT ? 0 : 1 + cause.origin().offset();
        if (number != due) {
            findings.add(Kind.LEASE_NUMBER, told.key(), told + " has the number " + number + ", but " + cause);
        }
    }

    private void led(Asked cause, JobModel job, Stand before) {
        boolean about = cause.job().isEmpty()
                ? cause.door() == Door.SUBMIT
                : cause.job().equals(job.id());
        // A submission without a name may also be about the job whose place it takes.
        boolean other = cause.job().isEmpty() && before != Stand.NONE;
        if (about && !Transitions.mayLead(other ? "SubmitInItsPlace" : cause.name(), before, job.stand())) {
            findings.add(
                    Kind.ILLEGAL_TRANSITION,
                    job.id(),
                    cause + " led from " + before + " to " + job.stand() + ", last event at " + job.last());
        }
    }

    private JobModel job(String id) {
        return jobs.computeIfAbsent(id, unknown -> new JobModel(unknown, findings));
    }

    /** Looks at every job that was walked past. */
    static void each(Map<String, JobModel> jobs, Consumer<JobModel> look) {
        jobs.values().stream().filter(job -> job.stand() != Stand.NONE).forEach(look);
    }
}
