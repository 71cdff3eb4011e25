/**
 * Floor 2, flow: what people and programs ask for: send the command, wait until its outcome can be seen, say what it was.
 *
 * <p>The ports are {@link dev.penstock.ui.act.CommandDoor} (Kafka), {@link dev.penstock.ui.act.Outcomes} and
 * {@link dev.penstock.ui.act.KnownSettings} (the read model). Start with {@link dev.penstock.ui.act.Acts}.
 */
@NullMarked
package dev.penstock.ui.act;

import org.jspecify.annotations.NullMarked;
