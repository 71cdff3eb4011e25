/**
 * Floor 3: what the log tells an analyst: read from any cluster, read committed, without a group and without writing anything to
 * Kafka. Unlike the history checker in local-stack, which proves our programs wrong, it folds with the published {@code Evolution}.
 *
 * <p>Below it: {@code source} reads the topic, {@code filter} says which events are meant, {@code fold} knows the jobs behind them,
 * {@code picture} is the whole system as of a moment, {@code lean} folds no more than that and {@code snapshot} keeps it, {@code tell}
 * writes events for people and programs, {@code verify} compares with what is shown, {@code rows} with PostgreSQL; {@code table} is
 * the log as three tables, {@code duck} has them in files and in SQL, {@code live} keeps them for questions that come again and again.
 * Imports kafka-clients, DuckDB, RocksDB and the api; {@code rows} alone also the projection and the projector's room {@code table},
 * since the rows it compares with are theirs.
 */
@NullMarked
package dev.penstock.projector.analyst;

import org.jspecify.annotations.NullMarked;
