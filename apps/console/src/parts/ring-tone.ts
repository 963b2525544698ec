// A short tone for an appointment that is due: two soft notes, made here, no file.

const notes = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.22 },
] as const;
const lastsSeconds = 0.18;

/** Plays the tone; silent where the browser allows no sound yet. */
export function ringTone(): void {
  if (typeof AudioContext === "undefined") return;
  const sound = new AudioContext();
  for (const { hertz, at } of notes) {
    const oscillator = sound.createOscillator();
    const volume = sound.createGain();
    const from = sound.currentTime + at;
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0.15, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + lastsSeconds);
    oscillator.connect(volume).connect(sound.destination);
    oscillator.start(from);
    oscillator.stop(from + lastsSeconds);
  }
  setTimeout(() => void sound.close(), 1_000);
}
