package dev.penstock.projector.app;

import dev.penstock.projector.store.WriteMeter;
import dev.penstock.projector.topology.ProjectionMeter;

/** Hears how the projector works. */
public interface ReadSideMeter extends WriteMeter, ProjectionMeter {}
