package xundang.desktop.app.demo;

/** What one run of a laptop plays. Each run is a process of its own; some end by being killed. */
enum Chapter {
    /** First start of a laptop: enrolment with a one-time code, first sync. */
    ENROL,
    /** Offline: wrong and right password, scan, dossier, half the form; killed while typing. */
    INSPECT,
    /** Reopens on the same item, finishes and submits; killed again. */
    SUBMIT,
    /** Everything is there; the network comes back; everything is delivered. */
    DELIVER,
    /** Another laptop: enrols, fetches, shows the inspection and its pictures. */
    SECOND_LAPTOP,
    /** The first laptop changes a field, offline. */
    DISAGREE_A,
    /** The second one changes the same field, offline, and is the first to come online. */
    DISAGREE_B,
    /** The first laptop comes online and meets the conflict. */
    MEET_A,
    /** The second one sees the same conflict and settles it. */
    SETTLE_B,
    /** The first laptop learns the decision. */
    AGREE_A
}
