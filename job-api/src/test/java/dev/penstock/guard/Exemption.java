package dev.penstock.guard;

import java.util.List;

/**
 * Where a budget would make the code worse, it is raised here, in the one place, with the reason.
 *
 * @param budget which one
 * @param where how the path of the file ends, or {@code Type.method}
 * @param limit the raised number
 * @param reason why
 */
record Exemption(Budget budget, String where, int limit, String reason) {
    private static final List<Exemption> ALL = List.of(
            new Exemption(
                    Budget.METHOD_P99,
                    "AttemptEvolution.apply",
                    45,
                    "one exhaustive switch, a line or two for each event"),
            new Exemption(Budget.METHOD_P99, "JobDraft.<init>", 35, "one line for each field of a job"),
            new Exemption(Budget.METHOD_P99, "JobDraft.job", 35, "one line for each field of a job"),
            new Exemption(Budget.METHOD_P99, "SubmissionCodec.encode", 40, "one line for each field of a submission"),
            new Exemption(Budget.FILE_LINES, "NewJob.java", 330, "one short method for each field of a submission"),
            new Exemption(Budget.FILE_LINES, "EngineTest.java", 400, "one short story for each rule, read as one list"),
            new Exemption(Budget.FILE_LINES, "LifecycleTableTest.java", 300, "the table names every command once"),
            new Exemption(Budget.FILE_LINES, "World.java", 300, "one partition in memory, with its six ports"));

    static int limit(Budget budget, String where) {
        return ALL.stream()
                .filter(exemption -> exemption.budget == budget && where.endsWith(exemption.where))
                .mapToInt(Exemption::limit)
                .max()
                .orElse(budget.limit());
    }
}
