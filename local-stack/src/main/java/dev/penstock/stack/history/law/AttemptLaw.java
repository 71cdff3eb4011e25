package dev.penstock.stack.history.law;

import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.history.model.Findings;
import dev.penstock.stack.history.model.JobModel;
import dev.penstock.stack.history.model.Told;

/**
 * Failed attempts are counted, and nothing else is: not what was snoozed, handed back, stopped or lost. So a job is given up for them
 * after exactly as many as it was allowed.
 */
final class AttemptLaw implements Law {
    private static final String ALL_FAILED = "attempts failed.";

    private final Findings findings;
    /** Job of the failure that was told last: what follows it comes of it. */
    private String failed = "";

    AttemptLaw(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void after(JobModel job, Told told) {
        long failures = job.terms().failures();
        long most = job.terms().maxAttempts();
        boolean exhausted = told.event().equals("JobFailed") && told.text("why").equals("EXHAUSTED");
        boolean givenUp = told.event().equals("JobAborted") && told.text("why").endsWith(ALL_FAILED);
        if ((exhausted || givenUp) && failures < most) {
            findings.add(
                    Kind.ATTEMPTS,
                    job.id(),
                    told + " gave it up after " + failures + " failed attempts of this round; " + most
                            + " are allowed");
        }
        boolean again = told.event().equals("RetryScheduled") && failed.equals(job.id());
        if (again && most > 0 && failures >= most) {
            findings.add(
                    Kind.ATTEMPTS,
                    job.id(),
                    told + " follows the failed attempt " + failures + " of this round; " + most + " are allowed");
        }
        failed = told.event().equals("AttemptFailed") ? job.id() : "";
    }
}
