package dev.penstock.stack.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The books, closed or not.
 *
 * @param submissions different submissions in the log
 * @param jobs jobs that came of them (children of jobs are jobs too, but no submissions)
 * @param refused submissions that were refused
 * @param ignored submissions that named a job which was there already
 * @param undecodable submissions that went to the dead letters
 * @param unanswered submissions that have left no trace in the events: zero once the processor has caught up
 * @param standings where the jobs stand
 * @param retries attempts that failed and were followed by another
 * @param faults what must not be
 * @param pickUp from dispatch to start
 */
public record Balance(
        long submissions,
        long jobs,
        long refused,
        long ignored,
        long undecodable,
        long unanswered,
        Standings standings,
        long retries,
        Faults faults,
        Latencies.Summary pickUp) {

    /**
     * How many jobs stand where.
     *
     * @param waiting for a later attempt or a later time
     * @param underWay in a queue or with a worker
     */
    public record Standings(
            long completed, long failed, long aborted, long stopped, long deleted, long waiting, long underWay) {
        /** Jobs without an end. */
        public long open() {
            return waiting + underWay;
        }

        long sum() {
            return completed + failed + aborted + stopped + deleted + open();
        }
    }

    /**
     * What must not be.
     *
     * @param duplicates completions accepted in a round that was completed already
     * @param gaps events whose version is not the one after the event before
     * @param afterTheEnd events that an ended job must not have
     * @param withoutLetter failed jobs that have no dead letter
     */
    public record Faults(long duplicates, long gaps, long afterTheEnd, long withoutLetter) {}

    /** Whether nothing is missing and nothing is wrong. */
    public boolean closes() {
        return objections().isEmpty();
    }

    /** Why it does not close, a sentence each. */
    public List<String> objections() {
        List<String> objections = new ArrayList<>();
        long answers = jobs + refused + ignored + undecodable;
        expect(objections, unanswered == 0, unanswered + " submissions have left no trace in the event log");
        expect(
                objections,
                answers >= submissions,
                submissions + " submissions, but only " + answers
                        + " became a job, a refusal, an answer or a dead letter");
        expect(objections, jobs == standings.sum(), jobs + " jobs, but " + standings.sum() + " standings");
        expect(objections, faults.duplicates == 0, faults.duplicates + " completions were accepted twice");
        expect(objections, faults.gaps == 0, faults.gaps + " gaps in the histories of jobs");
        expect(objections, faults.afterTheEnd == 0, faults.afterTheEnd + " events after the end of a job");
        expect(objections, faults.withoutLetter == 0, faults.withoutLetter + " failed jobs have no dead letter");
        return objections;
    }

    private static void expect(List<String> objections, boolean holds, String otherwise) {
        if (!holds) {
            objections.add(otherwise);
        }
    }
}
