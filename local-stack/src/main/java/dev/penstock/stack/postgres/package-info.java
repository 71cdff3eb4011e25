/**
 * Floor 3: a real PostgreSQL as a child process, from binaries that come as a Maven artefact. Imports {@code process} and
 * {@code java.sql} only; {@code UnpackMain}, which runs in a child of its own, imports commons-compress.
 *
 * <p>Read {@link dev.penstock.stack.postgres.LocalPostgres} first.
 */
@NullMarked
package dev.penstock.stack.postgres;

import org.jspecify.annotations.NullMarked;
