package dev.penstock.api.event;

/** Why a command was refused, for programs; the sentence beside it is for people. */
public enum RefusalKind {
    /** No such job. */
    UNKNOWN_JOB,
    /** No such queue, schedule or other setting. */
    UNKNOWN_NAME,
    /** The job's status does not allow it. */
    WRONG_STATUS,
    /** The job's type does not allow it. */
    NOT_CAPABLE,
    /** The lease is not, or no longer, the sender's (A5). */
    STALE_LEASE,
    /** The job has changed since the sender looked (B5). */
    VERSION_CHANGED,
    /** The same id or key with other contents. */
    CONFLICT,
    /** A field is missing, malformed or out of bounds. */
    INVALID,
    /** Over a size limit (A1). */
    TOO_LARGE,
    /** Token or signature is missing or wrong (A7). */
    FORGED,
    /** This version of Penstock cannot do it. */
    NOT_SUPPORTED,
    /** The rules failed on it; the dead letter has the details (A1). */
    INTERNAL
}
