package xundang.desktop.sync.sim;

/**
 * How bad the network is; each number is a probability per exchange.
 *
 * @param lostRequest nothing arrives
 * @param lostAnswer the server acts, the laptop never hears of it
 * @param twice the request arrives twice at once
 * @param echo a copy of the request arrives once more, later
 * @param busy 503 from before the server
 * @param tooLarge a proxy's 413 to a push of more than one op
 * @param slow of the exchanges that get no answer, those that time out
 */
record Weather(
        double lostRequest, double lostAnswer, double twice, double echo, double busy, double tooLarge, double slow) {
    static final Weather FAIR = new Weather(0, 0, 0, 0, 0, 0, 0);

    /** Of some badness between 0 and 1. */
    static Weather of(double badness) {
        return new Weather(
                0.10 * badness, 0.20 * badness, 0.15 * badness, 0.15 * badness, 0.05 * badness, 0.05 * badness, 0.3);
    }
}
