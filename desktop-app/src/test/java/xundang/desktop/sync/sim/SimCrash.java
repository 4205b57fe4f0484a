package xundang.desktop.sync.sim;

/** The process ends here. Only the simulator catches it; an {@link Error}, so that no product code takes it for a fault to be handled. */
final class SimCrash extends Error {
    private static final long serialVersionUID = 1L;

    SimCrash(String where) {
        super(where, null, false, false);
    }
}
