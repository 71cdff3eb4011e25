/**
 * Part of the room {@code handlers} (floor 3): e-mails from templates that an administrator may edit (S0.26).
 *
 * <p>Imports {@code dev.penstock.api.worker} and Jakarta Mail. Start with
 * {@link dev.penstock.processor.handlers.mail.SendEmailHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.mail;

import org.jspecify.annotations.NullMarked;
