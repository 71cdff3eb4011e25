package dev.penstock.stack.sdk;

import dev.penstock.api.payload.JobType;

/** The payload of these tests. */
@JobType(name = "email.send", queue = "mail")
record SendEmail(String to) {}
