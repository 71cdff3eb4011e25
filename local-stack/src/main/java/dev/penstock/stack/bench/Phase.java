package dev.penstock.stack.bench;

/** What the bench measures, in this order. */
public enum Phase {
    /** Kafka without Penstock: what the machine can do. */
    RAW,
    /** Submissions by one client, with nobody working. */
    SUBMIT,
    /** Pick-up and event to page, at a modest rate, in the whole system. */
    LATENCY,
    /** Jobs end to end, as many as it can. */
    THROUGHPUT,
    /** How late delayed jobs are, while 10,000 others wait. */
    DELAYS,
    /** A family of 100,000, and single jobs beside one of 50,000. */
    FAMILIES,
    /** How long jobs of one queue wait beside a spike in another. */
    SPIKE,
    /** How work is spread over workers, queues and lanes, and what a worker with real handlers does in a minute. */
    SPREAD,
    /** How long work stands still when a worker or a processor is killed, or a worker freezes. */
    RECOVERY,
    /** How fast a backlog gets into PostgreSQL, and how long lists take then. */
    READ
}
