package dev.penstock.api.job;

/** Whether a person or the system itself started a job (S2.25, S4.5). */
public enum Origin {
    USER,
    SYSTEM
}
