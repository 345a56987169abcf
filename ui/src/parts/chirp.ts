// The sound of a scan that was refused: low and short, for a person who looks at the tube and not at the screen. Never used in front of the patient.

/** Plays it where the machine can; says nothing where it cannot. */
export function chirp(): void {
  if (typeof AudioContext === "undefined") return;
  const sound = new AudioContext();
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  tone.type = "square";
  tone.frequency.value = 196;
  volume.gain.value = 0.06;
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.22);
  tone.onended = () => void sound.close();
}
