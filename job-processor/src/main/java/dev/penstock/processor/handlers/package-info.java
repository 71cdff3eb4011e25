/**
 * Floor 3, adapters: the demo's job types, real work that can really fail (one for each category of S0.19), the servers
 * they talk to, and the load that keeps them busy.
 *
 * <p>Imports {@code dev.penstock.api}. Nothing of the engine knows these packages; a user's own handlers live in the
 * user's own service and look the same. Start with {@link dev.penstock.processor.handlers.DemoHandlers}, then one
 * handler, such as {@code webhook.DeliverWebhookHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers;

import org.jspecify.annotations.NullMarked;
